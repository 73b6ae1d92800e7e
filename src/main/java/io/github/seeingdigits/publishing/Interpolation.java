package io.github.seeingdigits.publishing;

import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts numbers into articles: {@code [=record["softmax-10"].test.accuracy.mean?string("0.0%")]}.
 *
 * <p>It runs before Markdown, in Freemarker's square-bracket syntax, so that {@code $}, {@code ${…}} and HTML's angle
 * brackets mean nothing here. Numbers are never typed into prose; they come from the record that training wrote.
 */
final class Interpolation {
    /** Text without any of these is no template; Freemarker's look at every letter costs more than the rest of a short article. */
    private static final List<String> BEGINNINGS = List.of("[=", "[#", "[@", "[/");

    private final Configuration configuration = Templates.configuration();
    private final Map<String, Object> variables;

    Interpolation(TemplateHashModel record, TemplateHashModel figure, TemplateHashModel site) {
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        variables = new HashMap<>(Map.<String, Object>of("record", record, "figure", figure, "site", site));
    }

    /** Lets all texts from now on use {@code value} by this name. */
    void add(String name, Object value) {
        variables.put(name, value);
    }

    /**
     * Replaces what stands in {@code [=…]}.
     *
     * @param text the file with its front matter blanked out, so that lines are those of the file
     */
    String apply(String file, String text) throws IOException {
        if (BEGINNINGS.stream().noneMatch(text::contains)) {
            return text;
        }
        StringWriter out = new StringWriter();
        try {
            new Template(file, new StringReader(text), configuration).process(variables, out);
        } catch (ParseException e) {
            throw PublishException.at(
                    file,
                    e.getLineNumber(),
                    Templates.problem(e) + " (text in [= ], [# ] and [@ ] is a template expression)");
        } catch (TemplateException e) {
            throw PublishException.at(file, e.getLineNumber() == null ? 1 : e.getLineNumber(), Templates.problem(e));
        }
        return out.toString();
    }
}

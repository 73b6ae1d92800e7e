package io.github.seeingdigits.publishing;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * Freemarker, configured once: the same output under every locale and time zone, HTML escaped by default, and errors thrown
 * instead of written into the page.
 */
final class Templates {
    private static final freemarker.template.Version VERSION = Configuration.VERSION_2_3_34;

    /** How plain Java values look to templates. */
    static final ObjectWrapper WRAPPER = wrapper();

    private final Configuration configuration = configuration();

    /** Templates from the files of a folder. */
    Templates(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw PublishException.in("templates/", "the folder does not exist; create it");
        }
        configuration.setDirectoryForTemplateLoading(folder.toFile());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    }

    private static ObjectWrapper wrapper() {
        DefaultObjectWrapperBuilder builder = new DefaultObjectWrapperBuilder(VERSION);
        builder.setExposeFields(false);
        return builder.build();
    }

    /** What page templates and the text of articles have in common. */
    static Configuration configuration() {
        Configuration configuration = new Configuration(VERSION);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputEncoding("UTF-8");
        configuration.setLocale(Locale.ENGLISH);
        configuration.setLocalizedLookup(false);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setSQLDateAndTimeTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setObjectWrapper(WRAPPER);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        return configuration;
    }

    /** HTML that templates print as it is. */
    static TemplateModel markup(String html) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    String render(String template, Map<String, ?> model) throws IOException {
        StringWriter out = new StringWriter();
        render(template, model, out);
        return out.toString();
    }

    void render(String template, Map<String, ?> model, Writer out) throws IOException {
        try {
            configuration.getTemplate(template).process(model, out);
        } catch (freemarker.template.TemplateNotFoundException e) {
            throw PublishException.in("templates/" + e.getTemplateName(), "the template does not exist; create it");
        } catch (ParseException e) {
            throw PublishException.at("templates/" + e.getTemplateName(), e.getLineNumber(), problem(e));
        } catch (TemplateException e) {
            String name = e.getTemplateSourceName() == null ? template : e.getTemplateSourceName();
            throw PublishException.at(
                    "templates/" + name, e.getLineNumber() == null ? 1 : e.getLineNumber(), problem(e));
        }
    }

    /** What is wrong, in one line, without Freemarker's stack and tips. */
    static String problem(ParseException e) {
        return firstLine(e.getEditorMessage());
    }

    /** What is wrong, in one line, without Freemarker's stack and tips. */
    static String problem(TemplateException e) {
        if (e instanceof InvalidReferenceException && e.getBlamedExpressionString() != null) {
            return "there is no value " + e.getBlamedExpressionString()
                    + " (a name that does not exist, an index past the end of a list, or a null)";
        }
        if (e.getCause() instanceof PublishException cause) {
            return cause.getMessage();
        }
        return firstLine(e.getMessageWithoutStackTop());
    }

    private static String firstLine(String message) {
        return message == null
                ? "unknown template error"
                : message.lines().findFirst().orElse("");
    }
}

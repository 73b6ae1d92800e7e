package io.github.seeingdigits.publishing;

import freemarker.template.SimpleCollection;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.github.seeingdigits.data.Spelling;
import java.util.List;
import java.util.Map;

/**
 * A tree of values for templates in which an unknown key, at any depth, is an error that names the path and the nearest
 * known key. So a number that an article cites either exists or stops the bake; {@code !} and {@code ??} do not hide it.
 */
final class StrictHash implements TemplateHashModelEx {
    private final String path;
    private final Map<String, ?> values;

    /**
     * Wraps a tree of maps, lists, texts, numbers, booleans and nulls.
     *
     * @param path how templates write this hash
     */
    StrictHash(String path, Map<String, ?> values) {
        this.path = path;
        this.values = values;
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        if (!values.containsKey(key)) {
            throw new TemplateModelException(
                    "unknown value " + step(path, key) + " " + Spelling.hint(key, values.keySet()));
        }
        return wrap(step(path, key), values.get(key));
    }

    /** {@code path.key} as a template would write it. */
    private static String step(String path, String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_]*") ? path + "." + key : path + "[\"" + key + "\"]";
    }

    @SuppressWarnings("unchecked")
    private static TemplateModel wrap(String path, Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof TemplateModel model) {
            return model;
        }
        if (value instanceof Map<?, ?> map) {
            return new StrictHash(path, (Map<String, ?>) map);
        }
        if (value instanceof List<?> list) {
            SimpleSequence sequence = new SimpleSequence(list.size(), Templates.WRAPPER);
            for (int i = 0; i < list.size(); i++) {
                sequence.add(wrap(path + "[" + i + "]", list.get(i)));
            }
            return sequence;
        }
        if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        return new SimpleScalar(value.toString());
    }

    @Override
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public TemplateCollectionModel keys() {
        return new SimpleCollection(values.keySet(), Templates.WRAPPER);
    }

    @Override
    public TemplateCollectionModel values() {
        List<TemplateModel> wrapped = values.entrySet().stream()
                .map(e -> wrap(step(path, e.getKey()), e.getValue()))
                .toList();
        return new SimpleCollection(wrapped, Templates.WRAPPER);
    }
}

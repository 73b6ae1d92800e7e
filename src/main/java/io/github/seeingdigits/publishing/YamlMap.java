package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Spelling;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A YAML mapping from names to texts or lists of texts, each with the line where it stands.
 *
 * <p>YAML is only composed, never constructed: values stay the text that was written, so that {@code 2026-01-05} is no date
 * in some time zone and {@code no} is no boolean.
 */
final class YamlMap {
    private static final int DEPTH = 5;

    private record Entry(List<String> values, boolean isList, int line) {}

    private final String file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * Reads a mapping.
     *
     * @param lineOffset how many lines of the file stand before {@code text}
     */
    YamlMap(String file, int lineOffset, String text) {
        this.file = file;
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH);
        Node root;
        try {
            // Yaml takes the limits of its last parameter, not those of the constructor.
            DumperOptions unused = new DumperOptions();
            root = new Yaml(new SafeConstructor(options), new Representer(unused), unused, options)
                    .compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw PublishException.at(file, line + lineOffset, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw PublishException.at(file, 1 + lineOffset, "is not YAML: " + e.getMessage());
        }
        if (!(root instanceof MappingNode mapping)) {
            throw PublishException.at(file, 1 + lineOffset, "expected lines like \"title: Softmax\"");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1 + lineOffset;
            String key = scalar(tuple.getKeyNode(), line);
            Node value = tuple.getValueNode();
            List<String> values = new ArrayList<>();
            if (value instanceof SequenceNode sequence) {
                for (Node item : sequence.getValue()) {
                    values.add(scalar(item, item.getStartMark().getLine() + 1 + lineOffset));
                }
            } else {
                values.add(scalar(value, line));
            }
            Entry before = entries.put(key, new Entry(values, value instanceof SequenceNode, line));
            if (before != null) {
                throw PublishException.at(
                        file, line, "\"" + key + "\" stands here and in line " + before.line + "; remove one");
            }
        }
    }

    private String scalar(Node node, int line) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw PublishException.at(file, line, "expected a plain value or a list of plain values");
    }

    /** Refuses every key that is not in {@code known}. */
    void allowOnly(Collection<String> known) {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                throw PublishException.at(file, entry.line, Spelling.unknown("key", key, known));
            }
        });
    }

    /** The line of {@code key}, which is present. */
    int line(String key) {
        return entries.get(key).line;
    }

    /** The text of {@code key}, which must be present and not empty. */
    String required(String key) {
        return optional(key)
                .orElseThrow(
                        () -> PublishException.in(file, "\"" + key + "\" is missing; add a line \"" + key + ": …\""));
    }

    /** The text of {@code key}; if present it must not be empty. */
    Optional<String> optional(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.isList) {
            throw PublishException.at(file, entry.line, "\"" + key + "\" should be one value, not a list");
        }
        if (entry.values.get(0).isEmpty()) {
            throw PublishException.at(file, entry.line, "\"" + key + "\" is empty; give it a value");
        }
        return Optional.of(entry.values.get(0));
    }

    /** The list of {@code key}, empty if it is absent. */
    List<String> list(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        if (!entry.isList) {
            throw PublishException.at(file, entry.line, "\"" + key + "\" should be a list, like [first, second]");
        }
        return List.copyOf(entry.values);
    }
}

package io.github.seeingdigits.publishing;

import static io.github.seeingdigits.publishing.Program.visit;

import io.github.seeingdigits.publishing.Program.Piece;
import io.github.seeingdigits.publishing.ProgramClasses.ClassEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Short names for Java's fields and methods, which TeaVM writes as properties that begin with {@code $}, each with a name of its own. Here two have the
 * same name unless an object has both, so that few names are enough and the most frequent are used again and again, which compresses well. None is a property of
 * something that is not Java's, and fields that begin as null share no name with those that begin as zero, since that value stands once in the prototype of all objects.
 */
final class PropertyNames {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Program program;
    private final Map<String, Integer> counts = new TreeMap<>();
    /** Names of properties that are not Java's. */
    private final Set<String> foreign = new HashSet<>();
    /** What each object that has a property has besides, itself included; a property of unknown objects is not here. */
    private final Map<String, Set<String>> together = new HashMap<>();
    /** With what a field begins. */
    private final Map<String, String> beginnings = new TreeMap<>();

    PropertyNames(Program program) {
        this.program = program;
    }

    /** Whether a property is a field or method of Java's. */
    static boolean isJavas(String property) {
        return property.startsWith("$");
    }

    /** Renames them all, and returns a statement that says with which values fields begin. */
    String shorten() {
        count();
        findTogether();
        Map<String, String> shorter = shorter();
        for (Piece piece : program.all()) {
            visit(piece.code, node -> {
                if (node.isGetProp()) {
                    node.setString(shorter.getOrDefault(node.getString(), node.getString()));
                }
            });
        }
        for (ClassEntry entry : program.classes) {
            Map<String, Piece> methods = new LinkedHashMap<>(entry.methods);
            entry.methods.clear();
            methods.forEach((name, method) -> entry.methods.put(shorter.getOrDefault(name, name), method));
        }
        return beginning(shorter);
    }

    private void count() {
        for (Piece piece : program.all()) {
            visit(piece.code, node -> {
                if (node.isGetProp()) {
                    if (isJavas(node.getString())) {
                        counts.merge(node.getString(), 1, Integer::sum);
                    } else {
                        foreign.add(node.getString());
                    }
                }
            });
        }
        for (ClassEntry entry : program.classes) {
            for (String name : entry.methods.keySet()) {
                if (isJavas(name)) {
                    counts.merge(name, 1, Integer::sum);
                } else {
                    foreign.add(name);
                }
            }
        }
    }

    private void findTogether() {
        Map<String, ClassEntry> classes = new HashMap<>();
        program.classes.forEach(entry -> classes.put(entry.name, entry));
        for (ClassEntry entry : program.classes) {
            beginnings.putAll(entry.fields);
            Set<String> all = new HashSet<>();
            for (ClassEntry one = entry; one != null; one = classes.get(one.parent)) {
                all.addAll(one.fields.keySet());
                all.addAll(one.methods.keySet());
            }
            all.forEach(
                    name -> together.computeIfAbsent(name, n -> new HashSet<>()).addAll(all));
        }
    }

    private Map<String, String> shorter() {
        List<String> frequent = new ArrayList<>(counts.keySet());
        frequent.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
        Map<String, String> shorter = new LinkedHashMap<>();
        Map<String, List<String>> users = new HashMap<>();
        for (String name : frequent) {
            int number = 0;
            while (foreign.contains(letters(number)) || !agree(name, users.getOrDefault(letters(number), List.of()))) {
                number++;
            }
            shorter.put(name, letters(number));
            users.computeIfAbsent(letters(number), n -> new ArrayList<>()).add(name);
        }
        return shorter;
    }

    private boolean agree(String name, List<String> others) {
        Set<String> rivals = together.get(name);
        return others.stream()
                .allMatch(other -> rivals != null
                        && together.containsKey(other)
                        && !rivals.contains(other)
                        && (!beginnings.containsKey(name)
                                || !beginnings.containsKey(other)
                                || beginnings.get(name).equals(beginnings.get(other))));
    }

    /** {@code for (let name of "a,b".split(",")) jl_Object.prototype[name] = null;}, and the same for other values. */
    private String beginning(Map<String, String> shorter) {
        Map<String, Set<String>> byValue = new TreeMap<>();
        beginnings.forEach((name, value) -> {
            if (shorter.containsKey(name)) {
                byValue.computeIfAbsent(value, v -> new TreeSet<>()).add(shorter.get(name));
            }
        });
        StringBuilder code = new StringBuilder();
        byValue.forEach((value, names) -> code.append("for (let name of \"")
                .append(String.join(",", names))
                .append("\".split(\",\")) " + ProgramClasses.OBJECT + ".prototype[name] = ")
                .append(value)
                .append(";\n"));
        return code.toString();
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest >= 0; rest = rest / LETTERS.length() - 1) {
            letters.append(LETTERS.charAt(rest % LETTERS.length()));
        }
        return letters.toString();
    }
}

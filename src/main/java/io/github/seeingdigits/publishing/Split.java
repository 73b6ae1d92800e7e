package io.github.seeingdigits.publishing;

import static io.github.seeingdigits.publishing.Program.METADATA;
import static io.github.seeingdigits.publishing.Program.START;
import static io.github.seeingdigits.publishing.Program.TEXT;
import static io.github.seeingdigits.publishing.Program.TEXT_START;
import static io.github.seeingdigits.publishing.Program.visit;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.seeingdigits.publishing.Program.ClassEntry;
import io.github.seeingdigits.publishing.Program.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cuts a program in scripts that share their global names. The first holds what the program reaches from its beginning. Some classes begin
 * scripts of their own, which hold what they alone reach; the second script holds all else: what several of them reach, and
 * what can be fetched later but belongs to none. Nothing is in two scripts.
 *
 * <p>The cut goes through functions, classes and texts: a class is in the first script if that names it; a virtual method is, if its class is and the first script calls
 * a method of that name; later scripts add other methods to the class. A class in a script of its own has all methods there that anything calls.
 * Where a script names something of a later one, the program itself sees to it that it does so only when that has arrived.
 */
final class Split {
    /** What to fetch before any other. */
    static final String FIRST = "demos";
    /** What to fetch before those behind it. */
    static final String LATE = "late";

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Program program;
    private final Cut cut;
    /** The scripts that hold something, in the order in which they may be fetched. */
    private final List<String> names = new ArrayList<>(List.of(FIRST, LATE));
    /** The script of each piece. */
    private final Map<Piece, String> place = new HashMap<>();

    /** Where to cut. */
    interface Cut {
        /** The script that begins with the class of a global name, {@link #LATE} among them; null if it is where it is needed. */
        String script(String globalName);
    }

    /**
     * Cuts a program.
     *
     * @param cut knows the global names that the program names before they have arrived
     */
    Split(Program program, Cut cut) {
        this.program = program;
        this.cut = cut;
        placeAll();
    }

    private void placeAll() {
        Set<Piece> start = new HashSet<>();
        for (Piece piece : program.pieces) {
            if (piece.start) {
                start.add(piece);
            }
        }
        for (String name : List.of(START, METADATA, TEXT, TEXT_START)) {
            start.add(program.byName.get(name));
        }
        Map<String, Set<Piece>> roots = new TreeMap<>();
        program.byName.forEach((name, piece) -> {
            String script = cut.script(name);
            if (script != null) {
                roots.computeIfAbsent(script, s -> new HashSet<>()).add(piece);
            }
        });
        Set<Piece> first = reach(start, Set.of());
        Set<Piece> late = new HashSet<>(first);
        late.addAll(roots.getOrDefault(LATE, Set.of()));
        late = reach(late, first);
        Map<Piece, String> reachedFrom = reachedFrom(roots, late);
        // Methods that nothing calls go with the second script, and so must what they name.
        for (Piece piece : program.all()) {
            if (!reachedFrom.containsKey(piece)) {
                late.add(piece);
            }
        }
        late = reach(late, first);
        reachedFrom = reachedFrom(roots, late);
        for (Piece piece : program.all()) {
            place.put(piece, first.contains(piece) ? FIRST : reachedFrom.get(piece));
        }
        for (ClassEntry entry : program.classes) {
            place.put(entry.header, of(program.byName.get(entry.name)));
        }
        refuseMixing();
        roots.keySet().stream()
                .filter(name -> !name.equals(LATE) && place.containsValue(name))
                .forEach(names::add);
    }

    /** What only one script of its own reaches, or several; what is in {@code late} among the latter. */
    private Map<Piece, String> reachedFrom(Map<String, Set<Piece>> roots, Set<Piece> late) {
        Map<Piece, String> reachedFrom = new HashMap<>();
        late.forEach(piece -> reachedFrom.put(piece, LATE));
        roots.forEach((script, begin) -> {
            if (!script.equals(LATE)) {
                Set<Piece> own = new HashSet<>(late);
                own.addAll(begin);
                for (Piece piece : reach(own, late)) {
                    reachedFrom.merge(piece, script, (one, other) -> one.equals(other) ? one : LATE);
                }
            }
        });
        return reachedFrom;
    }

    /** A script of its own cannot know whether another has arrived. */
    private void refuseMixing() {
        for (Piece piece : program.all()) {
            String script = of(piece);
            for (String name : piece.names) {
                Piece needed = program.byName.get(name);
                String other = needed == null ? FIRST : of(needed);
                if (!List.of(FIRST, LATE, other).contains(script)
                        && !List.of(FIRST, LATE).contains(other)) {
                    throw new PublishException("script \"" + script + "\" uses " + name + ", which begins script \""
                            + other + "\"; let the two share a class that begins neither");
                }
            }
        }
    }

    /**
     * What can be reached from {@code from}, that included.
     *
     * @param known what is there already: methods of its classes are reached only if a method of their name is called
     */
    private Set<Piece> reach(Set<Piece> from, Set<Piece> known) {
        Set<Piece> reached = new HashSet<>(from);
        Deque<Piece> open = new ArrayDeque<>(from);
        Set<String> called = new HashSet<>();
        while (!open.isEmpty()) {
            while (!open.isEmpty()) {
                Piece piece = open.remove();
                called.addAll(piece.properties);
                for (String name : piece.names) {
                    if (cut.script(name) == null) {
                        mark(program.byName.get(name), reached, open);
                    }
                }
            }
            for (ClassEntry entry : program.classes) {
                Piece declared = program.byName.get(entry.name);
                if (!reached.contains(declared)) {
                    continue;
                }
                boolean whole = !known.isEmpty() && !known.contains(declared);
                mark(entry.header, reached, open);
                entry.more.forEach(piece -> mark(piece, reached, open));
                entry.methods.forEach((name, method) -> {
                    if (whole || called.contains(name)) {
                        mark(method, reached, open);
                    }
                });
            }
        }
        return reached;
    }

    private static void mark(Piece piece, Set<Piece> reached, Deque<Piece> open) {
        if (piece != null && reached.add(piece)) {
            open.add(piece);
        }
    }

    private String of(Piece piece) {
        return place.get(piece);
    }

    /** The scripts by their names, to be minified together because they share global names; the first two are {@link #FIRST} and {@link #LATE}. */
    Map<String, String> scripts() {
        shortenProperties();
        standInPlace();
        Map<String, String> scripts = new LinkedHashMap<>();
        for (String name : names) {
            String classes = entries(name);
            String lists = classes.isEmpty() ? "" : METADATA + "([" + classes + "]);\n";
            String end = name.equals(FIRST) ? TEXT_START + "();\n" + START + "([]);\n" : "";
            scripts.put(name, script(name, lists + methodsOfOthers(name)) + end);
        }
        return scripts;
    }

    private String script(String name, String classLists) {
        StringBuilder script = new StringBuilder("\"use strict\";\n");
        for (int i = 0; i < program.pieces.size(); i++) {
            script.append(i == program.classesAt ? classLists : "");
            Piece piece = program.pieces.get(i);
            if (of(piece).equals(name)) {
                script.append(program.source(piece.code)).append(";\n");
            }
        }
        for (ClassEntry entry : program.classes) {
            for (Piece piece : entry.more) {
                if (of(piece).equals(name)) {
                    script.append(program.source(piece.code)).append(";\n");
                }
            }
        }
        return script.toString();
    }

    /** The classes of one script as {@link Program#METADATA} wants them. */
    private String entries(String script) {
        StringBuilder list = new StringBuilder();
        for (ClassEntry entry : program.classes) {
            if (!of(entry.header).equals(script)) {
                continue;
            }
            StringBuilder methods = new StringBuilder();
            entry.methods.forEach((name, method) -> {
                if (of(method).equals(script)) {
                    methods.append('"')
                            .append(name)
                            .append("\", ")
                            .append(program.source(method.code))
                            .append(", ");
                }
            });
            String header = program.source(entry.header.code);
            list.append(header, 1, header.lastIndexOf(']'))
                    .append(methods.isEmpty() ? ", 0" : ", [" + methods + "]")
                    .append(",\n");
        }
        return list.toString();
    }

    /** What a script adds to classes of those before it. */
    private String methodsOfOthers(String script) {
        StringBuilder list = new StringBuilder();
        for (ClassEntry entry : program.classes) {
            entry.methods.forEach((name, method) -> {
                if (of(method).equals(script) && !of(entry.header).equals(script)) {
                    list.append(entry.name + ".prototype." + name + " = " + program.source(method.code) + ";\n");
                }
            });
        }
        return list.toString();
    }

    /**
     * Puts each text where its number stands: what is written near its like compresses better than numbers and a list.
     */
    private void standInPlace() {
        for (Piece piece : program.all()) {
            visit(piece.code, node -> {
                if (node.isCall() && node.getFirstChild().matchesName(TEXT)) {
                    Node number = node.getLastChild();
                    number.replaceWith(IR.string(program.texts.get((int) number.getDouble())));
                }
            });
        }
    }

    /**
     * Java's fields and methods are properties that begin with {@code $}. They get short names, the most frequent the shortest, none of
     * which is a property of something that is not Java's.
     */
    private void shortenProperties() {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (Piece piece : program.all()) {
            visit(piece.code, node -> {
                if (node.isGetProp()) {
                    String name = node.getString();
                    if (name.startsWith("$")) {
                        counts.merge(name, 1, Integer::sum);
                    } else {
                        taken.add(name);
                    }
                }
            });
        }
        program.classes.forEach(entry -> entry.methods.keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
        List<String> frequent = new ArrayList<>(counts.keySet());
        frequent.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
        Map<String, String> shorter = new HashMap<>();
        int next = 0;
        for (String name : frequent) {
            String candidate;
            do {
                candidate = letters(next++);
            } while (taken.contains(candidate));
            shorter.put(name, candidate);
        }
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
            methods.forEach((name, method) -> entry.methods.put(shorter.get(name), method));
        }
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest >= 0; rest = rest / LETTERS.length() - 1) {
            letters.append(LETTERS.charAt(rest % LETTERS.length()));
        }
        return letters.toString();
    }
}

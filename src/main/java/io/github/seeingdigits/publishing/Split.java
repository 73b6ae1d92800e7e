package io.github.seeingdigits.publishing;

import static io.github.seeingdigits.publishing.Program.START;
import static io.github.seeingdigits.publishing.Program.TEXT;
import static io.github.seeingdigits.publishing.Program.TEXT_START;
import static io.github.seeingdigits.publishing.ProgramClasses.METHODS;

import io.github.seeingdigits.publishing.Program.Piece;
import io.github.seeingdigits.publishing.ProgramClasses.ClassEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
 * a method of that name; later scripts add other methods to the class. What nothing reaches is in no script.
 * Where a script names something of a later one, the program itself sees to it that it does so only when that has arrived.
 */
final class Split {
    /** What to fetch before any other. */
    static final String FIRST = "demos";
    /** What to fetch before those behind it. */
    static final String LATE = "late";

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
        for (String name : List.of(START, METHODS, TEXT, TEXT_START)) {
            start.add(program.byName.get(name));
        }
        start.add(program.lists);
        // With what fields begin is said in the first script.
        for (ClassEntry entry : program.classes) {
            for (String value : entry.fields.values()) {
                if (program.byName.containsKey(value)) {
                    start.add(program.byName.get(value));
                }
            }
        }
        Map<String, Set<Piece>> roots = new TreeMap<>();
        program.byName.forEach((name, piece) -> {
            String script = cut.script(name);
            if (script != null) {
                roots.computeIfAbsent(script, s -> new HashSet<>()).add(piece);
            }
        });
        Set<Piece> first = reach(start);
        Set<Piece> late = new HashSet<>(first);
        late.addAll(roots.getOrDefault(LATE, Set.of()));
        Map<Piece, String> reachedFrom = reachedFrom(roots, reach(late));
        reachedFrom.forEach((piece, script) -> place.put(piece, first.contains(piece) ? FIRST : script));
        program.keepOnly(place.keySet());
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
                for (Piece piece : reach(own)) {
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

    /** What can be reached from {@code from}, that included; a method is when something reached calls one of its name. */
    private Set<Piece> reach(Set<Piece> from) {
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
                entry.methods.forEach((name, method) -> {
                    if (called.contains(name) || !PropertyNames.isJavas(name)) {
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
        String fields = new PropertyNames(program).shorten();
        ProgramTexts.shorten(program);
        Map<String, String> scripts = new LinkedHashMap<>();
        for (String name : names) {
            String methods = methods(name);
            String lists = methods.isEmpty() ? "" : METHODS + "([" + methods + "]);\n";
            String end = name.equals(FIRST) ? TEXT_START + "();\n" + START + "([]);\n" : "";
            scripts.put(name, script(name, (name.equals(FIRST) ? fields : "") + lists) + end);
        }
        return scripts;
    }

    private String script(String name, String classLists) {
        StringBuilder script = new StringBuilder("\"use strict\";\n");
        for (Piece piece : program.pieces) {
            if (piece == program.lists) {
                script.append(classLists);
            } else if (of(piece).equals(name)) {
                script.append(program.source(piece.code)).append(";\n");
            }
        }
        return script.toString();
    }

    /** The methods of one script as {@link ProgramClasses#METHODS} wants them. */
    private String methods(String script) {
        StringBuilder list = new StringBuilder();
        for (ClassEntry entry : program.classes) {
            StringBuilder methods = new StringBuilder();
            entry.methods.forEach((name, method) -> {
                if (of(method).equals(script)) {
                    methods.append(", \"" + name + "\", " + program.source(method.code));
                }
            });
            if (!methods.isEmpty()) {
                list.append(entry.name).append(methods).append(",\n");
            }
        }
        return list.toString();
    }
}

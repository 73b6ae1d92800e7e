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
import java.util.regex.Pattern;

/**
 * Cuts a program in two scripts that share their global names: the first holds what the program reaches from its
 * beginning, the second all else, and can be fetched later. Nothing is in both.
 *
 * <p>The cut goes through functions, classes and texts: a class is in the first script if that names it; a virtual method is, if its class is and the first script calls
 * a method of that name; the second script adds the other methods to the class. Where the first script names something of the second,
 * the program itself sees to it that it does so only when that has arrived.
 */
final class Split {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Program program;
    private final Pattern late;

    /**
     * Cuts a program.
     *
     * @param late matches the global names that belong into the second script although the first names them
     */
    Split(Program program, Pattern late) {
        this.program = program;
        this.late = late;
        reach();
    }

    /** Marks what is in the first script. */
    private void reach() {
        Deque<Piece> open = new ArrayDeque<>();
        Set<String> called = new HashSet<>();
        for (Piece piece : program.pieces) {
            if (piece.first) {
                open.add(piece);
            }
        }
        for (String name : List.of(START, METADATA, TEXT, TEXT_START)) {
            mark(program.byName.get(name), open);
        }
        while (!open.isEmpty()) {
            while (!open.isEmpty()) {
                Piece piece = open.remove();
                called.addAll(piece.properties);
                for (String name : piece.names) {
                    if (!late.matcher(name).matches()) {
                        mark(program.byName.get(name), open);
                    }
                }
            }
            for (ClassEntry entry : program.classes) {
                if (!program.byName.get(entry.name).first) {
                    continue;
                }
                mark(entry.header, open);
                entry.more.forEach(piece -> mark(piece, open));
                entry.methods.forEach((name, method) -> {
                    if (called.contains(name)) {
                        mark(method, open);
                    }
                });
            }
        }
    }

    private static void mark(Piece piece, Deque<Piece> open) {
        if (piece != null && !piece.first) {
            piece.first = true;
            open.add(piece);
        }
    }

    /** The two scripts, to be minified together because they share global names. */
    List<String> scripts() {
        shortenProperties();
        standInPlace();
        String first = script(true, METADATA + "([" + entries(true) + "]);\n");
        String second = script(false, METADATA + "([" + entries(false) + "]);\n" + laterMethods());
        return List.of(first + TEXT_START + "();\n" + START + "([]);\n", second);
    }

    private String script(boolean first, String classLists) {
        StringBuilder script = new StringBuilder("\"use strict\";\n");
        for (int i = 0; i < program.pieces.size(); i++) {
            script.append(i == program.classesAt ? classLists : "");
            if (program.pieces.get(i).first == first) {
                script.append(program.source(program.pieces.get(i).code)).append(";\n");
            }
        }
        for (ClassEntry entry : program.classes) {
            for (Piece piece : entry.more) {
                if (piece.first == first) {
                    script.append(program.source(piece.code)).append(";\n");
                }
            }
        }
        return script.toString();
    }

    /** The program.classes of one script as {@link #METADATA} wants them. */
    private String entries(boolean first) {
        StringBuilder list = new StringBuilder();
        for (ClassEntry entry : program.classes) {
            if (entry.header.first != first) {
                continue;
            }
            StringBuilder methods = new StringBuilder();
            entry.methods.forEach((name, method) -> {
                if (method.first == first) {
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

    /** What the second script adds to program.classes of the first. */
    private String laterMethods() {
        StringBuilder list = new StringBuilder();
        for (ClassEntry entry : program.classes) {
            entry.methods.forEach((name, method) -> {
                if (entry.header.first && !method.first) {
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

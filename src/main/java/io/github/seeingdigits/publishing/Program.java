package io.github.seeingdigits.publishing;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A program as TeaVM writes it when it does not minify, taken to pieces: one function whose statements are declarations of functions and of static
 * fields, lists of classes ({@code $rt_metadata}) with their virtual methods, a list of texts ({@code $rt_stringPool}), and a few that set up the
 * runtime.
 */
final class Program {
    static final String METADATA = "$rt_metadata";

    /** What gives a text of Java's: by its number as TeaVM writes it, by its letters in {@link #pieces}. */
    static final String TEXT = "$rt_s";

    /** What prepares for the first text. */
    static final String TEXT_START = "$rt_stringClassInit";

    private static final String TEXT_BY_LETTERS =
            "let $rt_texts = {__proto__: null}," + TEXT + " = text => $rt_texts[text] ??= $rt_intern($rt_str(text));";

    private static final String TEXTS = "$rt_stringPool";

    /** What runs the program's {@code main}. */
    static final String START = "$rt_export_main";

    /** Statements in their order, with those of {@link #METADATA} and the list of texts taken out. */
    final List<Piece> pieces = new ArrayList<>();

    /** What declares a global name. */
    final Map<String, Piece> byName = new HashMap<>();

    final List<ClassEntry> classes = new ArrayList<>();
    final List<String> texts = new ArrayList<>();

    /** Before which piece the lists of classes stand. */
    int classesAt = -1;

    private static final Pattern CONSTRUCTOR_OF_LAMBDA = Pattern.compile(".*\\$lambda\\$[0-9_]+");

    private final String file;
    private final Compiler compiler = Minifier.quietCompiler();

    /** A piece of the program that is in one script as a whole. */
    static final class Piece {
        final Node code;
        final Set<String> names = new HashSet<>();
        final Set<String> properties = new HashSet<>();
        /** Whether it has to run before the program begins. */
        boolean start;

        Piece(Node code) {
            this.code = code;
            visit(code, node -> {
                if (node.isName() && !node.getString().isEmpty()) {
                    names.add(node.getString());
                } else if (node.isGetProp()) {
                    properties.add(node.getString());
                }
            });
        }
    }

    /** A class in {@link #METADATA}, and what is assigned to its prototype beyond that. */
    static final class ClassEntry {
        final String name;
        final Piece header;
        final Map<String, Piece> methods = new LinkedHashMap<>();
        final List<Piece> more = new ArrayList<>();

        ClassEntry(String name, Node header) {
            this.name = name;
            this.header = new Piece(header);
        }
    }

    /**
     * Reads a program.
     *
     * @param file its name for messages
     * @throws PublishException if the text is not what TeaVM writes
     */
    Program(String file, String text) {
        this.file = file;
        CompilerOptions options = new CompilerOptions();
        options.setLanguageIn(CompilerOptions.LanguageMode.ECMASCRIPT_NEXT);
        compiler.initOptions(options);
        Node script = compiler.parse(SourceFile.fromCode(file, text));
        Minifier.complain(file, compiler);
        for (Node statement : children(body(script))) {
            read(statement);
        }
        if (classes.isEmpty() || texts.isEmpty() || !byName.keySet().containsAll(List.of(START, TEXT, TEXT_START))) {
            throw odd("classes, texts and a beginning");
        }
    }

    /** Code as text. */
    String source(Node code) {
        return compiler.toSource(code);
    }

    /** All pieces, those of classes too. */
    List<Piece> all() {
        List<Piece> all = new ArrayList<>(pieces);
        for (ClassEntry entry : classes) {
            all.add(entry.header);
            all.addAll(entry.more);
            all.addAll(entry.methods.values());
        }
        return all;
    }

    private PublishException odd(String expected) {
        return PublishException.in(file, "is not what this version of TeaVM writes: expected " + expected);
    }

    private Node body(Node script) {
        for (Node statement : script.children()) {
            if (statement.isExprResult() && statement.getFirstChild().isCall()) {
                Node function = statement.getFirstFirstChild();
                if (function.isFunction()) {
                    return function.getLastChild();
                }
            }
        }
        throw odd("one function");
    }

    private static List<Node> children(Node parent) {
        List<Node> all = new ArrayList<>();
        parent.children().forEach(all::add);
        return all;
    }

    private void read(Node statement) {
        statement.detach();
        if (statement.isFunction()) {
            String name = statement.getFirstChild().getString();
            declare(name, CONSTRUCTOR_OF_LAMBDA.matcher(name).matches() ? withoutFields(name, statement) : statement);
        } else if (statement.isLet() || statement.isConst() || statement.isVar()) {
            for (Node name : children(statement)) {
                declareVariable(name.getString(), name.detach());
            }
        } else if (isCallOf(statement, METADATA)) {
            classesAt = classesAt < 0 ? pieces.size() : classesAt;
            readClasses(children(statement.getFirstChild().getLastChild()));
        } else if (isCallOf(statement, TEXTS)) {
            for (Node text : statement.getFirstChild().getLastChild().children()) {
                texts.add(text.getString());
            }
        } else if (isWrapped(statement)) {
            readPrototypes(children(statement.getFirstFirstChild().getLastChild()));
        } else if (!isAssignmentOf(statement, START)) {
            Piece piece = new Piece(statement);
            piece.start = true;
            pieces.add(piece);
        }
    }

    /**
     * A lambda's constructor sets its fields to null; whoever makes the lambda fills them at once, so the shorter way in which TeaVM writes
     * classes without fields will do.
     */
    private static Node withoutFields(String name, Node constructor) {
        Node first = constructor.getLastChild().getFirstChild();
        Node call = (first.isLet() ? first.getNext() : first).getFirstChild();
        Node parent = call.getFirstFirstChild();
        Node made = IR.call(IR.name("$rt_classWithoutFields"));
        if (!parent.matchesName("jl_Object")) {
            made.addChildToBack(parent.cloneNode());
        }
        return IR.let(IR.name(name), made);
    }

    /** A text by its number and the list for it are left out, and a text by its letters takes their place. */
    private void declareVariable(String name, Node variable) {
        if (name.equals(TEXT)) {
            for (Node byLetters : children(
                    compiler.parse(SourceFile.fromCode(TEXT, TEXT_BY_LETTERS)).getFirstChild())) {
                declare(byLetters.getString(), new Node(Token.LET, byLetters.detach()));
            }
        } else if (!name.startsWith(TEXTS)) {
            declare(name, new Node(Token.LET, variable));
        }
    }

    private void declare(String name, Node code) {
        Piece piece = new Piece(code);
        pieces.add(piece);
        byName.put(name, piece);
    }

    private static boolean isCallOf(Node statement, String name) {
        return statement.isExprResult()
                && statement.getFirstChild().isCall()
                && statement.getFirstFirstChild().matchesName(name);
    }

    /** {@code (() => { … })();} */
    private static boolean isWrapped(Node statement) {
        return statement.isExprResult()
                && statement.getFirstChild().isCall()
                && statement.getFirstFirstChild().isFunction();
    }

    private static boolean isAssignmentOf(Node statement, String value) {
        return statement.isExprResult()
                && statement.getFirstChild().isAssign()
                && statement.getFirstChild().getLastChild().matchesName(value);
    }

    /** Class, name or 0, its package if it has a name, parent, interfaces, modifiers, place, initialiser, methods or 0. */
    private void readClasses(List<Node> list) {
        int at = 0;
        while (at < list.size()) {
            int size = list.get(at + 1).isNumber() ? 8 : 9;
            if (!list.get(at).isName() || at + size > list.size()) {
                throw odd("a list of classes");
            }
            Node header = new Node(Token.ARRAYLIT);
            for (Node part : list.subList(at, at + size - 1)) {
                header.addChildToBack(part.detach());
            }
            ClassEntry entry = new ClassEntry(list.get(at).getString(), header);
            Node methods = list.get(at + size - 1);
            if (methods.isArrayLit()) {
                List<Node> pairs = children(methods);
                for (int i = 0; i < pairs.size(); i += 2) {
                    Node function = pairs.get(i + 1).detach();
                    List<Node> names = pairs.get(i).isArrayLit() ? children(pairs.get(i)) : List.of(pairs.get(i));
                    Piece method = new Piece(function);
                    for (Node name : names) {
                        entry.methods.put(name.getString(), method);
                    }
                }
            } else if (!methods.isNumber()) {
                throw odd("a list of methods");
            }
            classes.add(entry);
            at += size;
        }
    }

    /** {@code c = X.prototype; c.run = …; …} */
    private void readPrototypes(List<Node> statements) {
        Map<String, ClassEntry> entries = new HashMap<>();
        for (ClassEntry entry : classes) {
            entries.put(entry.name, entry);
        }
        ClassEntry entry = null;
        for (Node statement : statements) {
            if (statement.isLet()) {
                continue;
            }
            if (!statement.isExprResult() || !statement.getFirstChild().isAssign()) {
                throw odd("assignments to prototypes");
            }
            Node to = statement.getFirstFirstChild();
            Node value = statement.getFirstChild().getLastChild();
            if (to.isName()) {
                entry = entries.get(value.getFirstChild().getQualifiedName());
            } else if (entry != null && to.isGetProp()) {
                Node prototype = IR.getprop(IR.name(entry.name), "prototype");
                entry.more.add(
                        new Piece(IR.exprResult(IR.assign(IR.getprop(prototype, to.getString()), value.detach()))));
            } else {
                throw odd("a class before what is assigned to its prototype");
            }
        }
    }

    /** Shows every node of a piece of code to {@code visitor}, which may replace those it has seen. */
    static void visit(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        for (Node child : children(node)) {
            visit(child, visitor);
        }
    }
}

package io.github.seeingdigits.publishing;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.seeingdigits.publishing.ProgramClasses.ClassEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A program as TeaVM writes it when it does not minify, taken to pieces: one function whose statements are declarations of functions and of static
 * fields, lists of classes ({@code $rt_metadata}) with their virtual methods, a list of texts ({@code $rt_stringPool}), and a few that set up the
 * runtime. The pieces do the same in another form: texts by their letters, classes as {@link ProgramClasses} has them, calls of the runtime as {@link ProgramCalls}
 * does, and with functions of our own, from {@code runtime.js}, for some of the runtime's.
 */
final class Program {
    private static final String METADATA = "$rt_metadata";

    /** What gives a text of Java's: by its number as TeaVM writes it, by its letters in {@link #pieces}. */
    static final String TEXT = "$rt_s";

    /** What prepares for the first text. */
    static final String TEXT_START = "$rt_stringClassInit";

    private static final String TEXTS = "$rt_stringPool";

    /** Functions that stand in for TeaVM's. */
    static final String RUNTIME_FILE = "/runtime.js";

    /** Begins the names of functions that TeaVM's compiler brings. */
    private static final String RUNTIME = "$rt_";

    /** Under which name TeaVM keeps what reflection asks of a class. */
    private static final String OF_CLASSES = "$rt_meta";

    private static final Pattern NOT_NEEDED = Pattern.compile(
            "\\$rt_packages|\\$rt_enumConstantsMetadata|jl_Object\\.prototype\\..*|\\$rt_export_main\\.javaException");

    /** What runs the program's {@code main}. */
    static final String START = "$rt_export_main";

    /** Statements in their order, with those of {@link #METADATA} and the list of texts taken out. */
    final List<Piece> pieces = new ArrayList<>();

    /** What declares a global name. */
    final Map<String, Piece> byName = new HashMap<>();

    final List<ClassEntry> classes;
    final List<String> texts = new ArrayList<>();

    /** The place among the pieces where lists of methods stand. */
    final Piece lists = new Piece(IR.empty());

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
        ProgramCalls.simplify(script);
        readRuntime();
        ProgramClasses reader = new ProgramClasses(this);
        for (Node statement : children(body(script))) {
            read(statement, reader);
        }
        classes = reader.finish(pieces, byName);
        shortenCalled(reader);
        if (classes.isEmpty() || texts.isEmpty() || !byName.keySet().containsAll(List.of(START, TEXT, TEXT_START))) {
            throw odd("classes, texts and a beginning");
        }
    }

    /**
     * What JavaScript calls of objects, {@code handleEvent} for one, it calls by a name that is handed over with the object. When it is handed over only, it need not
     * be: then one name is as good as another.
     */
    private void shortenCalled(ProgramClasses reader) {
        Set<String> handedOver = new HashSet<>(reader.exported());
        pieces.forEach(piece -> handedOver.removeAll(piece.properties));
        classes.forEach(entry -> entry.methods.values().forEach(method -> handedOver.removeAll(method.properties)));
        for (ClassEntry entry : classes) {
            for (String name : handedOver) {
                Piece method = entry.methods.remove(name);
                if (method != null && entry.methods.put(ProgramCalls.CALLED, method) != null) {
                    throw odd("one method that JavaScript calls, and not two in " + entry.name);
                }
            }
        }
        all().forEach(piece -> ProgramCalls.leaveOutCalled(piece.code, handedOver));
    }

    /** Code as text. */
    String source(Node code) {
        return compiler.toSource(code);
    }

    /** All pieces, those of classes too. */
    List<Piece> all() {
        List<Piece> all = new ArrayList<>(pieces);
        for (ClassEntry entry : classes) {
            all.addAll(entry.methods.values());
        }
        return all;
    }

    /** Forgets all other pieces. */
    void keepOnly(Set<Piece> kept) {
        pieces.retainAll(kept);
        byName.values().retainAll(kept);
        classes.removeIf(entry -> !byName.containsKey(entry.name));
        classes.forEach(entry -> entry.methods.values().retainAll(kept));
        byName.forEach((user, piece) -> refuseUnknown(user, piece.names));
    }

    /** Nobody would notice before the page runs. */
    private void refuseUnknown(String user, Set<String> names) {
        for (String name : names) {
            if (name.equals(OF_CLASSES) || name.startsWith(RUNTIME) && !byName.containsKey(name)) {
                throw PublishException.in(
                        file,
                        user + " uses " + name
                                + ", which runtime.js does without: leave out Java that brings it, such as a question for"
                                + " a class's name or an enum's constant by its name, or add it there");
            }
        }
    }

    PublishException odd(String expected) {
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

    static List<Node> children(Node parent) {
        List<Node> all = new ArrayList<>();
        parent.children().forEach(all::add);
        return all;
    }

    private void read(Node statement, ProgramClasses reader) {
        statement.detach();
        if (statement.isFunction()) {
            String name = statement.getFirstChild().getString();
            if (!byName.containsKey(name)) {
                declare(name, statement);
            }
        } else if (statement.isLet() || statement.isConst() || statement.isVar()) {
            for (Node name : children(statement)) {
                declareVariable(name.getString(), name.detach());
            }
        } else if (isCallOf(statement, METADATA)) {
            if (!pieces.contains(lists)) {
                pieces.add(lists);
            }
            reader.readList(children(statement.getFirstChild().getLastChild()));
        } else if (isCallOf(statement, TEXTS)) {
            for (Node text : statement.getFirstChild().getLastChild().children()) {
                texts.add(text.getString());
            }
        } else if (isWrapped(statement)) {
            reader.readPrototypes(children(statement.getFirstFirstChild().getLastChild()));
        } else if (!isAssignmentOf(statement, START) && !isOfRuntime(statement)) {
            Piece piece = new Piece(statement);
            piece.start = true;
            pieces.add(piece);
        }
    }

    /** Ours comes first, so that TeaVM's functions of the same names are left out. */
    private void readRuntime() {
        String text;
        try (InputStream stream = Program.class.getResourceAsStream(RUNTIME_FILE)) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Node declarations =
                compiler.parse(SourceFile.fromCode("runtime.js", text)).getFirstChild();
        Minifier.complain("runtime.js", compiler);
        for (Node declared : children(declarations)) {
            declare(declared.getString(), new Node(Token.LET, declared.detach()));
        }
    }

    /** What is called or assigned to at once to set up the runtime, and is not needed: names of packages, and what is shown of an object where people look for faults. */
    private boolean isOfRuntime(Node statement) {
        Node first = statement.getFirstChild();
        if (statement.isIf() || statement.isBlock()) {
            return true;
        }
        String name = first.isCall() || first.isAssign() ? first.getFirstChild().getQualifiedName() : null;
        return name != null && NOT_NEEDED.matcher(name).matches();
    }

    private void declareVariable(String name, Node variable) {
        if (!name.startsWith(TEXTS) && !name.equals(METADATA) && !byName.containsKey(name)) {
            declare(name, new Node(Token.LET, variable));
        }
    }

    private void declare(String name, Node code) {
        Piece piece = new Piece(code);
        pieces.add(piece);
        byName.put(name, piece);
    }

    /** Whether a node calls the function of a global name. */
    static boolean isCall(Node node, String function) {
        return node.isCall() && node.getFirstChild().matchesName(function);
    }

    private static boolean isCallOf(Node statement, String function) {
        return statement.isExprResult() && isCall(statement.getFirstChild(), function);
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

    /** Shows every node of a piece of code to {@code visitor}, which may replace those it has seen. */
    static void visit(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        for (Node child : children(node)) {
            visit(child, visitor);
        }
    }
}

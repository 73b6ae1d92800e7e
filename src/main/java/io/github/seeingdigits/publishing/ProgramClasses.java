package io.github.seeingdigits.publishing;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.seeingdigits.publishing.Program.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classes of a {@link Program}. TeaVM gives each a constructor, which sets its fields to null or zero, and a line in a list with all that Java's
 * reflection may ask for. Here each is declared by a call of {@link #DECLARE}, with its parent and those of its interfaces that the program ever tests an object for;
 * the value with which a field begins stands once in the prototype of all objects, under the field's name; and lists hold
 * nothing but methods. A class that no code names is left out.
 */
final class ProgramClasses {
    /** Declares a class: {@code let A = $rt_class(parent, interface…)}. */
    static final String DECLARE = "$rt_class";

    /** Takes a list of classes, each followed by the names and functions of its methods; a function gets the object as its first argument. */
    static final String METHODS = "$rt_methods";

    /** The class of all objects. */
    static final String OBJECT = "jl_Object";

    private final Program program;
    private final Map<String, ClassEntry> byName = new LinkedHashMap<>();
    private final Set<String> exported = new HashSet<>();

    /** A class. */
    static final class ClassEntry {
        final String name;
        /** Null for the class of all objects. */
        final String parent;

        final List<String> interfaces;
        /** The fields that it has beyond its parent's, and the code of the value with which each begins. */
        final Map<String, String> fields = new LinkedHashMap<>();
        /** Functions by the names under which they are called. */
        final Map<String, Piece> methods = new LinkedHashMap<>();

        ClassEntry(String name, String parent, List<String> interfaces) {
            this.name = name;
            this.parent = parent;
            this.interfaces = interfaces;
        }
    }

    ProgramClasses(Program program) {
        this.program = program;
    }

    /** Reads a list: class, name or 0, its package if it has a name, parent, interfaces, modifiers, place, initialiser, methods or 0. */
    void readList(List<Node> list) {
        int at = 0;
        while (at < list.size()) {
            int named = list.get(at + 1).isNumber() ? 0 : 1;
            if (!list.get(at).isName() || at + 8 + named > list.size()) {
                throw program.odd("a list of classes");
            }
            Node parent = list.get(at + 2 + named);
            Node interfaces = list.get(at + 3 + named);
            if (!interfaces.isArrayLit()) {
                throw program.odd("a list of interfaces");
            }
            ClassEntry entry = new ClassEntry(
                    list.get(at).getString(),
                    parent.isName() ? parent.getString() : null,
                    Program.children(interfaces).stream().map(Node::getString).toList());
            readMethods(entry, list.get(at + 7 + named));
            byName.put(entry.name, entry);
            at += 8 + named;
        }
    }

    private void readMethods(ClassEntry entry, Node methods) {
        if (methods.isArrayLit()) {
            List<Node> pairs = Program.children(methods);
            for (int i = 0; i < pairs.size(); i += 2) {
                Piece method = new Piece(unwrapped(pairs.get(i + 1)));
                List<Node> names = pairs.get(i).isArrayLit() ? Program.children(pairs.get(i)) : List.of(pairs.get(i));
                names.forEach(name -> entry.methods.put(name.getString(), method));
            }
        } else if (!methods.isNumber()) {
            throw program.odd("a list of methods");
        }
    }

    /** {@code c = X.prototype; c.run = …; …} */
    void readPrototypes(List<Node> statements) {
        ClassEntry entry = null;
        for (Node statement : statements) {
            if (statement.isLet()) {
                continue;
            }
            if (!statement.isExprResult() || !statement.getFirstChild().isAssign()) {
                throw program.odd("assignments to prototypes");
            }
            Node to = statement.getFirstFirstChild();
            Node value = statement.getFirstChild().getLastChild();
            if (to.isName()) {
                entry = byName.get(value.getFirstChild().getQualifiedName());
            } else if (entry != null && (to.isGetProp() || to.isGetElem())) {
                String name =
                        to.isGetProp() ? to.getString() : to.getLastChild().getString();
                exported.add(name);
                entry.methods.put(name, new Piece(unwrapped(value)));
            } else {
                throw program.odd("a class before what is assigned to its prototype");
            }
        }
    }

    /** The names of methods that JavaScript may call. */
    Set<String> exported() {
        return exported;
    }

    /** The function that is given the object: {@code f} of {@code $rt_wrapFunction1(f)} or {@code function(a) { return f(this, a); }}. */
    private Node unwrapped(Node method) {
        if (method.isCall() && method.getFirstChild().isName()) {
            return method.getLastChild().detach();
        }
        if (method.isFunction()) {
            Node statement = method.getLastChild().getFirstChild();
            Node call = statement == null ? null : statement.getFirstChild();
            if (call != null && call.isCall() && call.getSecondChild().isThis()) {
                return call.getFirstChild().detach();
            }
        }
        throw program.odd("a method that hands its object on");
    }

    /** Declares all classes that code names, in the place of their constructors, once everything has been read. */
    List<ClassEntry> finish(List<Piece> pieces, Map<String, Piece> names) {
        Map<String, Piece> constructors = new HashMap<>();
        for (ClassEntry entry : byName.values()) {
            Piece constructor = names.get(entry.name);
            if (constructor == null) {
                throw program.odd("the constructor of " + entry.name);
            }
            constructors.put(entry.name, constructor);
            readFields(entry, constructor.code);
        }
        Set<String> named = new HashSet<>();
        Set<Piece> ofClasses = new HashSet<>(constructors.values());
        pieces.stream().filter(piece -> !ofClasses.contains(piece)).forEach(piece -> named.addAll(piece.names));
        byName.values().forEach(entry -> entry.methods.values().forEach(method -> named.addAll(method.names)));
        Set<String> needed = new HashSet<>();
        named.forEach(name -> {
            for (ClassEntry entry = byName.get(name); entry != null; entry = byName.get(entry.parent)) {
                needed.add(entry.name);
            }
        });
        List<ClassEntry> classes = new ArrayList<>();
        for (ClassEntry entry : byName.values()) {
            Piece constructor = constructors.get(entry.name);
            if (needed.contains(entry.name)) {
                classes.add(entry);
                Piece declared = new Piece(declaration(entry, named));
                names.put(entry.name, declared);
                pieces.set(pieces.indexOf(constructor), declared);
            } else {
                names.remove(entry.name);
                pieces.set(pieces.indexOf(constructor), new Piece(IR.empty()));
            }
        }
        return classes;
    }

    private Node declaration(ClassEntry entry, Set<String> named) {
        Node call = IR.call(IR.name(DECLARE));
        Set<String> interfaces = new TreeSet<>();
        addInterfaces(entry, interfaces);
        interfaces.retainAll(named);
        if (entry.parent == null) {
            call.addChildToBack(IR.name("Object"));
        } else if (!entry.parent.equals(OBJECT)) {
            call.addChildToBack(IR.name(entry.parent));
        } else if (!interfaces.isEmpty()) {
            call.addChildToBack(IR.number(0));
        }
        interfaces.forEach(name -> call.addChildToBack(IR.name(name)));
        return IR.let(IR.name(entry.name), call);
    }

    private void addInterfaces(ClassEntry entry, Set<String> interfaces) {
        for (String name : entry.interfaces) {
            interfaces.add(name);
            addInterfaces(byName.get(name), interfaces);
        }
    }

    /** {@code function A() { let a = this; B.call(a); a.$x = null; … }}, or a call for a class without fields. */
    private void readFields(ClassEntry entry, Node constructor) {
        if (!constructor.isFunction()) {
            return;
        }
        for (Node statement : Program.children(constructor.getLastChild())) {
            Node code = statement.getFirstChild();
            if (!statement.isLet() && !code.isCall()) {
                Node value = code.isAssign() ? code.getLastChild() : code;
                if (!value.isNull() && !value.isNumber() && !value.isName() && !value.isBigInt()) {
                    throw program.odd("fields that begin with a constant, and not those of " + entry.name);
                }
                entry.fields.put(code.getFirstChild().getString(), program.source(value));
            }
        }
    }
}

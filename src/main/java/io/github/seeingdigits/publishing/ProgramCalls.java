package io.github.seeingdigits.publishing;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@link Program} does to code that calls functions of TeaVM's, so that those of {@code runtime.js} will do. Java's arrays are JavaScript's, without an object around each that
 * knows its class; where JavaScript has the name {@code data} for something else, sources in Java must write {@code ["data"]}. A class is its own object of class
 * {@code Class}. A function is handed to JavaScript without the name of its method where one name is enough.
 */
final class ProgramCalls {
    /** What TeaVM gives the class of the elements first. */
    private static final Set<String> WITH_CLASS =
            Set.of("$rt_createArray", "$rt_createUnfilledArray", "$rt_createMultiArray");

    private static final String WRAP = "$rt_wrapArray";
    private static final String CLASS_OBJECT = "$rt_cls";
    private static final String INITIALISED = "$rt_eraseClinit";
    private static final String FUNCTION = "otji_JS_function";
    private static final String UNWRAP = "otji_JSWrapper_unwrap";
    private static final Pattern CLONE = Pattern.compile("\\$clone\\d*");

    /** The method that {@code otji_JS_function} calls when it gets no name of one. */
    static final String CALLED = "call";

    private ProgramCalls() {}

    /** From {@code otji_JS_function(object, "name")} to {@code otji_JS_function(object)}. */
    static void leaveOutCalled(Node node, Set<String> names) {
        Program.visit(node, call -> {
            if (Program.isCall(call, FUNCTION)
                    && call.getLastChild().isString()
                    && names.contains(call.getLastChild().getString())) {
                call.getLastChild().detach();
            }
        });
    }

    /** Rewrites all that is in {@code node}, from the inside out. */
    static void simplify(Node node) {
        Program.children(node).forEach(ProgramCalls::simplify);
        if (node.isGetProp() && node.getString().equals("data")) {
            node.replaceWith(node.removeFirstChild());
        } else if (node.isCall()) {
            simplifyCall(node);
        }
    }

    private static void simplifyCall(Node call) {
        Node callee = call.getFirstChild();
        if (callee.isGetProp() && CLONE.matcher(callee.getString()).matches()) {
            callee.setString("slice");
        }
        if (!callee.isName()) {
            return;
        }
        String function = callee.getString();
        if (WITH_CLASS.contains(function)) {
            call.getSecondChild().detach();
        } else if (function.equals(WRAP)) {
            call.replaceWith(call.getLastChild().detach());
        } else if (function.equals(CLASS_OBJECT)) {
            call.replaceWith(call.getLastChild().detach());
        } else if (function.equals(INITIALISED)) {
            call.replaceWith(IR.name(INITIALISED));
        } else if (function.equals(FUNCTION) && Program.isCall(call.getSecondChild(), UNWRAP)) {
            Node wrapped = call.getSecondChild();
            wrapped.replaceWith(wrapped.getLastChild().detach());
        }
    }
}

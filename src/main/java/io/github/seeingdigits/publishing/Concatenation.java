package io.github.seeingdigits.publishing;

import java.lang.invoke.StringConcatFactory;
import java.util.List;
import org.teavm.classlib.impl.JCLPlugin;
import org.teavm.dependency.BootstrapMethodSubstitutor;
import org.teavm.dependency.DynamicCallSite;
import org.teavm.model.MethodReference;
import org.teavm.model.RuntimeConstant;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.vm.spi.After;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Makes TeaVM compile Java's {@code "at " + x} to calls of {@value #CLASS}, which {@link Program} writes as JavaScript's {@code "at " + x}; by itself TeaVM
 * goes through a {@code StringBuilder}. What JavaScript writes otherwise than Java, fractions above all, goes through {@code String.valueOf}.
 */
@After(JCLPlugin.class)
public final class Concatenation implements TeaVMPlugin, BootstrapMethodSubstitutor {
    /** What does it when nobody writes it shorter. */
    static final String CLASS = "io.github.seeingdigits.demos.Joined";

    private static final String STRING = "java.lang.String";
    /** Where in a recipe a value stands, and where a constant that may not stand there itself. */
    private static final char VALUE = '\1';

    private static final char CONSTANT = '\2';

    @Override
    public void install(TeaVMHost host) {
        for (var method : StringConcatFactory.class.getMethods()) {
            if (method.getName().startsWith("makeConcat")) {
                host.add(MethodReference.parse(reference(method)), this);
            }
        }
    }

    private static String reference(java.lang.reflect.Method method) {
        StringBuilder types = new StringBuilder();
        for (Class<?> type : method.getParameterTypes()) {
            types.append(ValueType.parse(type));
        }
        return StringConcatFactory.class.getName() + "." + method.getName() + "(" + types + ")"
                + ValueType.parse(method.getReturnType());
    }

    @Override
    public ValueEmitter substitute(DynamicCallSite site, ProgramEmitter program) {
        List<RuntimeConstant> given = site.getBootstrapArguments();
        int count = site.getCalledMethod().parameterCount();
        String recipe = given.isEmpty()
                ? String.valueOf(VALUE).repeat(count)
                : given.get(0).getString();
        ValueEmitter joined = null;
        StringBuilder text = new StringBuilder();
        int values = 0;
        int constants = 1;
        for (char c : recipe.toCharArray()) {
            if (c == CONSTANT) {
                text.append(given.get(constants++).getString());
            } else if (c == VALUE) {
                joined = withText(joined, text, program);
                ValueType type = site.getCalledMethod().parameterType(values);
                joined = with(joined, site.getArguments().get(values++), type, program);
            } else {
                text.append(c);
            }
        }
        return text.isEmpty() ? joined : withText(joined, text, program);
    }

    /** What is there so far, and {@code text}, which is empty then; always a text to begin with, since JavaScript adds two numbers up. */
    private static ValueEmitter withText(ValueEmitter joined, StringBuilder text, ProgramEmitter program) {
        ValueEmitter constant = program.constant(text.toString());
        boolean nothing = text.isEmpty() && joined != null;
        text.setLength(0);
        return nothing ? joined : joined == null ? constant : call("text", joined, constant, program);
    }

    private static ValueEmitter with(ValueEmitter joined, ValueEmitter value, ValueType type, ProgramEmitter program) {
        if (type == ValueType.INTEGER || type == ValueType.SHORT || type == ValueType.BYTE) {
            return call("whole", joined, value.cast(ValueType.INTEGER), program);
        }
        if (type == ValueType.CHARACTER) {
            return call("letter", joined, value, program);
        }
        ValueEmitter text = type.isObject(STRING) ? value : valueOf(value, type, program);
        return call("text", joined, text, program);
    }

    private static ValueEmitter valueOf(ValueEmitter value, ValueType type, ProgramEmitter program) {
        ValueType known = type instanceof ValueType.Primitive ? type : ValueType.object("java.lang.Object");
        return program.invoke(new MethodReference(STRING, "valueOf", known, ValueType.object(STRING)), value);
    }

    private static ValueEmitter call(String how, ValueEmitter joined, ValueEmitter value, ProgramEmitter program) {
        ValueType string = ValueType.object(STRING);
        ValueType type = how.equals("text") ? string : how.equals("whole") ? ValueType.INTEGER : ValueType.CHARACTER;
        return program.invoke(new MethodReference(CLASS, how, string, type, string), joined, value);
    }
}

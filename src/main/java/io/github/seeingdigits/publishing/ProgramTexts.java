package io.github.seeingdigits.publishing;

import static io.github.seeingdigits.publishing.Program.TEXT;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.seeingdigits.publishing.Program.Piece;
import java.util.List;
import java.util.Map;

/**
 * Texts of a {@link Program}, written shorter. Each stands where its number stood: what is written near its like compresses better than numbers and a list.
 * Java's and JavaScript's texts are different things, and a text that only goes from one to the other and back is left as JavaScript's. What
 * {@link Concatenation} made of Java's {@code +} becomes JavaScript's.
 */
final class ProgramTexts {
    /** From JavaScript's to Java's, and the other way; both leave null alone. */
    private static final String TO_JAVA = "$rt_str";

    private static final String TO_SCRIPT = "$rt_ustr";

    /** The three functions of {@link Concatenation#CLASS} as TeaVM calls them, with what is done to their second arguments. */
    private static final Map<String, How> JOINED =
            Map.of("igsd_Joined_text", How.TEXT, "igsd_Joined_whole", How.WHOLE, "igsd_Joined_letter", How.LETTER);

    private enum How {
        TEXT,
        WHOLE,
        LETTER
    }

    private final List<String> texts;

    private ProgramTexts(List<String> texts) {
        this.texts = texts;
    }

    /** Writes all texts of a program shorter. */
    static void shorten(Program program) {
        ProgramTexts shorter = new ProgramTexts(program.texts);
        for (Piece piece : program.all()) {
            shorter.shorten(piece.code);
        }
    }

    /** From the inside out, so that what stands in a call has its short form already. */
    private void shorten(Node node) {
        Program.children(node).forEach(this::shorten);
        if (!node.isCall() || !node.getFirstChild().isName()) {
            return;
        }
        String function = node.getFirstChild().getString();
        How how = JOINED.get(function);
        if (how != null) {
            node.replaceWith(joined(how, node));
        } else if (function.equals(TO_SCRIPT) && isShorterInScript(node.getLastChild())) {
            node.replaceWith(inScript(node.getLastChild().detach()));
        } else if (function.equals(TEXT) && node.getLastChild().isNumber()) {
            node.getLastChild().replaceWith(IR.string(text(node.getLastChild())));
        }
    }

    /** From {@code igsd_Joined_text(a, b)} to {@code $rt_str($rt_ustr(a) + $rt_ustr(b))}. */
    private Node joined(How how, Node call) {
        Node second = call.getLastChild().detach();
        Node first = call.getLastChild().detach();
        Node text = switch (how) {
            case TEXT -> inScript(second);
            case WHOLE -> second;
            case LETTER -> IR.call(IR.getprop(IR.name("String"), "fromCharCode"), second);
        };
        return IR.call(IR.name(TO_JAVA), IR.add(inScript(first), text));
    }

    /** Whether Java's text was one of JavaScript's before. */
    private static boolean isShorterInScript(Node node) {
        if (node.isHook()) {
            return isShorterInScript(node.getSecondChild()) && isShorterInScript(node.getLastChild());
        }
        return node.isNull() || Program.isCall(node, TO_JAVA) || Program.isCall(node, TEXT);
    }

    /** JavaScript's text of a text of Java's; of a choice between two, the choice between their texts. */
    private static Node inScript(Node node) {
        if (!isShorterInScript(node)) {
            return IR.call(IR.name(TO_SCRIPT), node);
        }
        if (node.isHook()) {
            Node otherwise = node.getLastChild().detach();
            Node then = node.getLastChild().detach();
            return IR.hook(node.removeFirstChild(), inScript(then), inScript(otherwise));
        }
        return node.isNull() ? node : node.getLastChild().detach();
    }

    private String text(Node number) {
        return texts.get((int) number.getDouble());
    }
}

package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import org.junit.jupiter.api.Test;

class InterpolationTest extends ProjectTest {
    private String bodyOf(String markdown) throws Exception {
        project.article(markdown);
        project.bake();
        return project.page("softmax.html");
    }

    @Test
    void numbersComeFromTheRecord() throws Exception {
        String page = bodyOf("Right in [=record[\"softmax-10\"].test.accuracy.mean?string(\"0.0%\")] of"
                + " [=record[\"softmax-10\"].images] cases.\n");
        assertTrue(page.contains("Right in 92.6% of 60000 cases."), page);
    }

    @Test
    void textWithoutATemplateIsLeftAlone() throws Exception {
        String page = bodyOf("A $x, ${x}, #{x}, <#if x>, [ =x], [x=y] and [ #list x].\n");
        assertTrue(page.contains("$x, ${x}, #{x}, &lt;#if x&gt;, [ =x], [x=y] and [ #list x]."), page);
    }

    @Test
    void whatEndsWithoutABeginningIsNamed() throws Exception {
        project.article("One.\n\n[/#list]\n");
        assertTrue(project.failure().startsWith("content/softmax.md:11: "), project.failure());
    }

    @Test
    void listsAreSequences() throws Exception {
        String page =
                bodyOf("| seed |\n|--|\n[#list record[\"softmax-10\"].test.accuracy.seeds as s]\n| [=s] |\n[/#list]\n");
        assertTrue(page.contains("<td>0.925</td>") && page.contains("<td>0.926</td>"), page);
    }

    @Test
    @Fault("Content: metric cited but never produced")
    void anUnknownValueFailsTheBakeNamingFileLineAndTheNearestKnownOne() throws Exception {
        project.article("One.\n\nTwo\n[=record[\"softmax-10\"].test.acuracy].\n");
        assertEquals(
                "content/softmax.md:12: unknown value record[\"softmax-10\"].test.acuracy (did you mean \"accuracy\"?)",
                project.failure());
    }

    @Test
    void anUnknownModelFailsTheBake() throws Exception {
        project.article("[=record[\"softmx-10\"].images]\n");
        assertEquals(
                "content/softmax.md:9: unknown value record[\"softmx-10\"] (did you mean \"softmax-10\"?)",
                project.failure());
    }

    @Test
    @Fault("Content: metric cited but never produced")
    void aDefaultDoesNotHideAnUnknownValue() throws Exception {
        project.article("[=record[\"softmax-10\"].imags!0]\n");
        assertEquals(
                "content/softmax.md:9: unknown value record[\"softmax-10\"].imags (did you mean \"images\"?)",
                project.failure());
    }

    @Test
    void anIndexPastTheEndIsNamed() throws Exception {
        project.article("[=record[\"softmax-10\"].test.accuracy.seeds[7]]\n");
        String failure = project.failure();
        assertTrue(
                failure.startsWith(
                        "content/softmax.md:9: there is no value record[\"softmax-10\"].test.accuracy.seeds[7] "),
                failure);
    }

    @Test
    void aNullIsNoValue() throws Exception {
        project.article("[=record[\"softmax-10\"].note]\n");
        assertTrue(
                project.failure().startsWith("content/softmax.md:9: there is no value record[\"softmax-10\"].note "));
    }

    @Test
    void aMalformedExpressionNamesItsLine() throws Exception {
        project.article("Text.\n\n[#foo]\n");
        assertTrue(project.failure().startsWith("content/softmax.md:11: Unknown directive: #foo"), project.failure());
    }

    @Test
    @Fault("Content: template syntax in prose")
    void dollarsBracketsLinksAndFootnotesAreOrdinaryText() throws Exception {
        String page = bodyOf("It costs ${price} and #{x}, a[1] [ =1 ], [/b], <https://example.org>,"
                + " [a link](index.md)[^1] and `<#if x>`.\n\n[^1]: A note.\n");
        assertTrue(page.contains("It costs ${price} and #{x}, a[1] [ =1 ], [/b], "), page);
        assertTrue(page.contains("<a href=\"index.html\">a link</a>"), page);
        assertTrue(page.contains("<code>&lt;#if x&gt;</code>"), page);
        assertTrue(page.contains("class=\"cite\""), page);
    }

    @Test
    void aMistakeAfterALoopIsFoundInItsOwnLine() throws Exception {
        project.article("[#list 1..5 as i]\nItem [=i].\n\n[/#list]\n\nText.\n\n# Too high\n");
        assertTrue(project.failure().startsWith("content/softmax.md:16: a heading with one #"), project.failure());
    }

    @Test
    void templatesCannotReachJavaClasses() throws Exception {
        project.article("[=\"java.lang.Runtime\"?new()]\n");
        assertTrue(project.failure().startsWith("content/softmax.md:9: "), project.failure());
    }

    @Test
    void aRecordThatIsNotJsonNamesItsFileAndLine() throws Exception {
        project.write("models/softmax-10/record.json", "{\"a\": 1,\n \"a\": 2}");
        assertTrue(
                project.failure().startsWith("models/softmax-10/record.json: is not JSON (Duplicate"),
                project.failure());
        assertTrue(project.failure().contains("line 2"), project.failure());
    }
}

package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedErrorsTest {
    private static final String GOOD = "{\"errors\": [{\"year\": 1998, \"error\": 0.95, \"method\": \"LeNet-5\", "
            + "\"authors\": \"LeCun\", \"title\": \"Gradient\", \"link\": \"https://doi.org/x\"}]}";

    @TempDir
    Path root;

    private List<?> read(String text) throws IOException {
        Files.createDirectories(root.resolve("content"));
        Files.writeString(root.resolve(PublishedErrors.FILE), text);
        return PublishedErrors.read(root);
    }

    private String problem(String before, String after) {
        assertTrue(GOOD.contains(before), before);
        return assertThrows(PublishException.class, () -> read(GOOD.replace(before, after)))
                .getMessage();
    }

    @Test
    void aListIsReadAndAProjectMayHaveNone() throws IOException {
        assertEquals(List.of(), PublishedErrors.read(root));
        assertEquals("LeNet-5", ((Map<?, ?>) read(GOOD).get(0)).get("method"));
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        String start = "content/published-errors.json: ";
        assertEquals(start + "errors[0].year is 1898, expected a whole number from 1998", problem("1998", "1898"));
        assertEquals(start + "errors[0].error is 0, expected percent, above 0 and up to 100", problem("0.95", "0"));
        assertEquals(start + "errors[0].method is missing; give it some words", problem("\"LeNet-5\"", "\" \""));
        assertTrue(problem("\"authors\"", "\"author\"").contains("\"author\""));
        assertTrue(problem("https://doi", "http://doi").endsWith("beginning with https://"));
        assertTrue(problem("}]}", "}").contains("is not JSON"));
    }

    /** The table of LeCun, Bottou, Bengio and Haffner 1998, figure 9, for those of its methods that our list has. */
    @Test
    void ourListHasTheErrorsOfThePaperThatBeganIt() throws IOException {
        Map<String, Double> figure9 = Map.of(
                "Linear classifier", 12.0,
                "Nearest neighbours, Euclidean distance", 5.0,
                "Network with 300 hidden units", 4.7,
                "LeNet-1", 1.7,
                "LeNet-4", 1.1,
                "LeNet-5", 0.95,
                "LeNet-5, trained on distorted images too", 0.8,
                "Boosted LeNet-4, trained on distorted images too", 0.7);
        int found = 0;
        int year = 0;
        for (Object item : PublishedErrors.read(Path.of(""))) {
            Map<?, ?> error = (Map<?, ?>) item;
            assertTrue((Integer) error.get("year") >= year, "by year: " + error);
            year = (Integer) error.get("year");
            Double expected = figure9.get(error.get("method"));
            if (expected != null && error.get("link").equals("https://doi.org/10.1109/5.726791")) {
                assertEquals(expected, ((Number) error.get("error")).doubleValue());
                found++;
            }
        }
        assertEquals(figure9.size(), found);
    }
}

package io.github.seeingdigits.publishing;

import freemarker.template.TemplateHashModel;
import io.github.seeingdigits.data.RecordSchema;
import io.github.seeingdigits.data.Sha256;
import io.github.seeingdigits.data.Spelling;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.ModelFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything on the site that is not a page. Style sheet, scripts, kernel, models, strokes, specimens and search index get a hash of their
 * content in their names, so that a page never meets a script or model of another version; all else keeps its name.
 */
final class Assets {
    static final String STYLE = "style.css";
    static final String KERNELS = "kernels.wasm";
    static final String STROKES = "strokes.json";
    /** The sheet of specimens; what is on it stands in a JSON file of the same name beside it. */
    static final String SPECIMENS = "specimens.png";
    /** The sheet of test images that networks misread; there is none without MNIST. */
    static final String MISTAKES = "mistakes.png";
    /** What there is to find on the site, see {@link SearchIndex}; there once {@link #addSearchIndex} has been called. */
    static final String SEARCH = "search.json";
    /** The library that searches it, which has a licence of its own at its top. */
    static final String LUNR = "lunr.js";

    private static final String FOLDER = "templates/assets";
    private static final String SCRIPT = ".js";

    private static final String SERVICE_WORKER = "service-worker";
    private static final String LUNR_PROPERTIES = "/META-INF/maven/org.webjars.npm/lunr/pom.properties";
    private static final String LUNR_SCRIPT = "/META-INF/resources/webjars/lunr/%s/lunr.min.js";

    private static final String RECORDS = "models/records.json";
    private static final String SCHEMA = "models/record.schema.json";

    /** Logical name to address relative to the site's root. */
    private final Map<String, String> addresses = new TreeMap<>();
    /** Address to content. */
    private final Map<String, byte[]> contents = new TreeMap<>();

    private final String version;
    private final BakeMemory memory;

    /**
     * Gathers all assets of the project at {@code root}.
     *
     * @param scripts the folder with the scripts that {@link Minifier} made of {@code demos}
     * @param specimens example digits for the page
     * @param mistakes test images that networks misread, if they can be shown
     * @param memory keeps what was compressed
     */
    Assets(
            Path root,
            Path scripts,
            Models models,
            SampleDigits samples,
            SpecimenSheet specimens,
            Optional<SpecimenSheet> mistakes,
            BakeMemory memory)
            throws IOException {
        this.memory = memory;
        Path folder = root.resolve(FOLDER);
        List<byte[]> versioned = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = relative(folder, file);
            if (!name.endsWith(SCRIPT) && !name.equals(STYLE)) {
                add(name, "assets/" + name, Files.readAllBytes(file));
            }
        }
        Map<String, String> ownScripts = ownScripts(root);
        Map<String, String> minified = memory.get(
                List.of("minified", ownScripts), () -> Minifier.minified(ownScripts, root.resolve(Minifier.KEPT)));
        minified.forEach((name, text) -> {
            byte[] script = text.getBytes(StandardCharsets.UTF_8);
            if (name.equals(SERVICE_WORKER)) {
                // It governs what lies beside and below it, and browsers look for a newer one at the same address.
                add(name + ".js", name + ".js", script);
            } else {
                versioned.add(script);
                hashed(name + ".js", name, "js", script);
            }
        });
        Path style = folder.resolve(STYLE);
        if (!Files.isRegularFile(style)) {
            throw PublishException.in(FOLDER + "/" + STYLE, "the file does not exist; create it");
        }
        byte[] css = withoutComments(SourceText.read(style, FOLDER + "/" + STYLE));
        byte[] kernels = KernelText.assemble(root);
        versioned.addAll(List.of(css, kernels));
        for (String name : scripts(scripts)) {
            byte[] script = Files.readAllBytes(scripts.resolve(name + ".js"));
            versioned.add(script);
            hashed(name + ".js", name, "js", script);
        }
        version = shortHash(versioned.toArray(byte[][]::new));
        hashed(STYLE, "style", "css", css);
        hashed(KERNELS, "kernels", "wasm", kernels);
        hashed(LUNR, "lunr", "js", lunr());
        hashed(STROKES, "strokes", "json", samples.minified());
        addSheet(SPECIMENS, specimens);
        mistakes.ifPresent(sheet -> addSheet(MISTAKES, sheet));
        for (Models.Model model : models.all()) {
            addModel(model);
        }
        add(RECORDS, RECORDS, memory.get(List.of("records", models.same()), models::recordsAsJson));
        add(SCHEMA, SCHEMA, RecordSchema.text());
        Path images = root.resolve("content/images");
        for (Path file : files(images)) {
            String name = "images/" + relative(images, file);
            add(name, name, Files.readAllBytes(file));
        }
    }

    /** The scripts among the assets of a project, by their names without the ending. */
    static Map<String, String> ownScripts(Path root) throws IOException {
        Path folder = root.resolve(FOLDER);
        Map<String, String> scripts = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = relative(folder, file);
            if (name.endsWith(SCRIPT)) {
                scripts.put(
                        name.substring(0, name.length() - SCRIPT.length()), SourceText.read(file, FOLDER + "/" + name));
            }
        }
        return scripts;
    }

    /** Adds {@link #SEARCH}, which can be made only when the pages are known. */
    void addSearchIndex(byte[] json) {
        hashed(SEARCH, "search", "json", json);
    }

    private static byte[] lunr() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = resource(LUNR_PROPERTIES)) {
            properties.load(in);
        }
        try (InputStream in = resource(LUNR_SCRIPT.formatted(properties.getProperty("version")))) {
            return in.readAllBytes();
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Assets.class.getResourceAsStream(name);
        if (in == null) {
            throw new PublishException("the library of the search is not on the class path: " + name
                    + " is missing; build the class path with: mvn -q generate-resources");
        }
        return in;
    }

    private void addSheet(String picture, SpecimenSheet sheet) {
        String name = picture.substring(0, picture.length() - "png".length());
        String address = "assets/" + name + shortHash(sheet.png(), sheet.json()) + ".";
        add(picture, address + "png", sheet.png());
        add(name + "json", address + "json", sheet.json());
    }

    /** The logical name of a model in the form in which it travels to the page. */
    static String compact(String model) {
        return "models/" + model + ".bin";
    }

    /** The logical name of a model's replay, compressed as {@code deflate-raw}. */
    static String replay(String model) {
        return "models/" + model + ".replay.bin";
    }

    /** The logical name of one of a model's views, compressed as {@code deflate-raw}. */
    static String view(String model, String view) {
        return "models/" + model + "." + view + ".bin";
    }

    private void addModel(Models.Model model) throws IOException {
        try {
            byte[] network = memory.get(
                    List.of("compact", new BakeMemory.Same(model)), () -> ModelCodec.encode(model.network()));
            hashed(compact(model.id()), "models/" + model.id(), "bin", network);
        } catch (ModelFormatException e) {
            throw PublishException.in("models/" + model.id() + "/", e.getMessage());
        }
        if (model.replay().isPresent()) {
            byte[] replay = deflated(model.replay().get());
            hashed(replay(model.id()), "models/" + model.id() + ".replay", "bin", replay);
        }
        for (Map.Entry<String, byte[]> view : model.views().entrySet()) {
            String name = view.getKey();
            hashed(view(model.id(), name), "models/" + model.id() + "." + name, "bin", deflated(view.getValue()));
        }
        for (Map.Entry<String, Path> download : model.downloads().entrySet()) {
            String name = "models/" + model.id() + "/" + download.getKey();
            add(name, name, Files.readAllBytes(download.getValue()));
        }
    }

    private byte[] deflated(byte[] bytes) throws IOException {
        return memory.get(List.of("deflated", new BakeMemory.Same(bytes)), () -> Deflate.raw(bytes));
    }

    /** Comments and white space are for those who write the sheet; readers would wait for them. */
    private static byte[] withoutComments(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*([{};,]|\\n)\\s*", "$1")
                .replaceAll("([a-z]): ", "$1:")
                .replace(";}", "}")
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> scripts(Path folder) throws IOException {
        List<String> names = Minifier.scripts(folder);
        for (String name : names.isEmpty() ? List.of(Split.FIRST) : names) {
            if (names.isEmpty() || !Files.isRegularFile(folder.resolve(name + ".js"))) {
                throw PublishException.in(
                        folder.resolve(name + ".js").toString(),
                        "the page's script does not exist; build it with: mvn -q process-classes");
            }
        }
        return names;
    }

    /** Where the script is that holds nothing but a kind of figure; empty if it is in a script that every page may fetch. */
    Optional<String> scriptOf(String figure) {
        return Optional.ofNullable(addresses.get(figure + ".js"));
    }

    private void hashed(String logical, String stem, String extension, byte[] content) {
        add(logical, "assets/" + stem + "." + shortHash(content) + "." + extension, content);
    }

    /** Equal bytes get equal names, so that a browser may keep what it has. */
    private static String shortHash(byte[]... parts) {
        return Sha256.of(parts).substring(0, 8);
    }

    private void add(String logical, String address, byte[] content) {
        if (!address.matches("[A-Za-z0-9._/-]+")) {
            throw PublishException.in(
                    address, "an asset's name has letters, digits, dots, hyphens and underscores; rename it");
        }
        addresses.put(logical, address);
        contents.put(address, content);
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Where an asset is, relative to the site's root. */
    String address(String logical) {
        String address = addresses.get(logical);
        if (address == null) {
            throw new PublishException(Spelling.unknown("asset", logical, addresses.keySet()));
        }
        return address;
    }

    /** Whether something will stand at this address of the site. */
    boolean contains(String address) {
        return contents.containsKey(address);
    }

    /** The bytes at an address. */
    byte[] content(String address) {
        return contents.get(address).clone();
    }

    /** Every address, sorted. */
    List<String> addresses() {
        return List.copyOf(contents.keySet());
    }

    /** Logical name to address of all that the text of a page may name: not the style sheet and what searches the pages. */
    Map<String, String> addressesOfContents() {
        Map<String, String> named = new TreeMap<>(addresses);
        named.keySet().removeAll(Set.of(STYLE, SEARCH));
        return named;
    }

    /** A hash over style sheet, scripts and kernel: pages and scripts of one bake carry the same. */
    String version() {
        return version;
    }

    /** Logical name to address, for {@code assets["style.css"]}. */
    TemplateHashModel asTemplateModel() {
        return new StrictHash("assets", new LinkedHashMap<>(addresses));
    }

    /** Writes all of them below {@code site}. */
    void writeTo(Path site) throws IOException {
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Path file = site.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }
}

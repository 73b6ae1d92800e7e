"""Bakes the same articles with this project and with its peers, in turn, and prints what it cost. See README.md; bench/bake calls it."""
import os, random, resource, shutil, statistics, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = 28
WORDS = """network digit layer weight image stroke pixel training picture answer number filter class error sample shape line paper
measure hidden output input sum reader hand drawing rule case value point curve table order part light ink edge centre distance
the a of and to in is it that for with as on by from at this each its two one more less when where which than but not only""".split()


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(7, 18))]
    if rng.random() < 0.3:
        at = rng.randrange(len(words))
        words[at] = rng.choice(["*%s*", "**%s**", "`%s`"]) % words[at]
    return " ".join(words).capitalize() + "."


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.randint(3, 6)))


def body(number, count):
    """About 900 words in six sections: paragraphs, a list, a program, a table and links to other articles."""
    rng = random.Random(SEED * 100_003 + number)
    parts = [paragraph(rng)]
    for section in range(6):
        parts += ["## " + " ".join(rng.choice(WORDS) for _ in range(4)).capitalize(), paragraph(rng), paragraph(rng)]
        if section == 1:
            parts.append("\n".join("- " + sentence(rng) for _ in range(5)))
        if section == 2:
            name = rng.choice(WORDS[:30])
            lines = [f"    int {name}{i} = {rng.randint(0, 999)} * scale;" for i in range(rng.randint(5, 9))]
            parts.append("```java\nstatic int " + name + "(int scale) {\n" + "\n".join(lines) + f"\n    return {name}0;\n}}\n```")
        if section == 3:
            rows = [f"| {rng.choice(WORDS)} | {rng.randint(0, 999)} | {rng.random():.3f} |" for _ in range(6)]
            parts.append("| name | count | share |\n|---|---:|---:|\n" + "\n".join(rows))
        if section == 4:
            parts += [f"Compare [{rng.choice(WORDS)}]({slug(rng.randrange(count))}@)." for _ in range(2)]
    return "\n\n".join(parts) + "\n"


def slug(number):
    return f"article-{number:04}"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def articles(count, folder, front, link):
    for number in range(count):
        rng = random.Random(SEED * 200_003 + number)
        title = " ".join(rng.choice(WORDS[:30]) for _ in range(3)).capitalize() + f" {number}"
        write(folder / (slug(number) + ".md"), front(number, title, sentence(rng)) + body(number, count).replace("@)", link + ")"))


class SeeingDigits:
    name = "Seeing Digits"
    output = "site"

    def make(self, folder, count):
        shutil.copytree(ROOT / "templates", folder / "templates")
        for file in ("demos/kernels.wat", "demos/kernels-windows.wat", "content/site.yaml", "content/strokes.json"):
            write(folder / file, (ROOT / file).read_text(encoding="utf-8"))
        write(folder / "content/index.md", "---\ntitle: Home\ndescription: All articles.\ntype: home\ndate: 2026-01-01\n---\n\nAll articles.\n")
        articles(count, folder / "content", lambda n, title, words: f"---\ntitle: {title}\ndescription: \"{words}\"\ntype: article\n"
                 f"order: {n}\ndate: 2026-01-01\n---\n\n", ".md")

    def command(self, folder):
        path = f"{ROOT / 'target/classes'}:{(ROOT / 'target/classpath.txt').read_text().strip()}"
        return ["java", f"@{ROOT / 'bake.options'}", "-Xmx1g", "-cp", path, "io.github.seeingdigits.publishing.Publish", "--root", str(folder),
                "--scripts", str(ROOT / "target/scripts")]

    def clean(self, folder):
        for name in ("site", "target", ".cache"):
            shutil.rmtree(folder / name, ignore_errors=True)


class SeeingDigitsWithFigures(SeeingDigits):
    """Every article on a network of ours, with the pad and three more live figures."""
    name = "Seeing Digits, four figures each"
    models = ["softmax-10", "hidden-10", "hidden-6", "nmn-10"]

    def make(self, folder, count):
        super().make(folder, count)
        shutil.copytree(ROOT / "models", folder / "models", ignore=shutil.ignore_patterns(".*"))
        for number in range(count):
            file = folder / "content" / (slug(number) + ".md")
            text = file.read_text(encoding="utf-8").replace("type: article\n", f"type: article\nmodel: {self.models[number % 4]}\n", 1)
            figures = [f"![Figure {n}.](demo:{kind}){{digit={number % 10}}}"
                       for n, kind in enumerate(["draw", "filters", "logits", "stress"])]
            sections = text.split("\n\n## ")
            for n, figure in enumerate(figures):
                sections[n] += "\n\n" + figure
            write(file, "\n\n## ".join(sections))


class Peer:
    def clean(self, folder):
        for name in (self.output, ".jekyll-cache", "resources"):
            shutil.rmtree(folder / name, ignore_errors=True)


PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><meta name="description" content="{description}"></head>
<body><h1>{title}</h1>
{content}
</body></html>
"""


class Hugo(Peer):
    name = "Hugo"
    output = "public"

    def make(self, folder, count):
        write(folder / "config.toml", 'baseURL = "https://example.org/"\ntitle = "Articles"\nuglyURLs = true\n')
        page = PAGE.format(title="{{ .Title }}", description="{{ .Description }}", content="{{ .Content }}")
        write(folder / "layouts/_default/single.html", page)
        write(folder / "layouts/_default/list.html", page.replace(
            "{{ .Content }}", '<ol>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</li>{{ end }}</ol>'))
        articles(count, folder / "content", lambda n, title, words: f"---\ntitle: {title}\ndescription: \"{words}\"\n"
                 f"weight: {n + 1}\ndate: 2026-01-01\n---\n\n", ".html")

    def command(self, folder):
        return ["hugo", "--source", str(folder), "--quiet"]


class Jekyll(Peer):
    name = "Jekyll"
    output = "_site"

    def make(self, folder, count):
        write(folder / "_config.yml", "title: Articles\n")
        write(folder / "_layouts/default.html", PAGE.format(
            title="{{ page.title }}", description="{{ page.description }}", content="{{ content }}"))
        write(folder / "index.html", "---\nlayout: default\ntitle: Home\ndescription: All articles.\n---\n<ol>{% for each in site.pages %}"
              '<li><a href="{{ each.url }}">{{ each.title }}</a> {{ each.description }}</li>{% endfor %}</ol>\n')
        articles(count, folder, lambda n, title, words: f"---\nlayout: default\ntitle: {title}\ndescription: \"{words}\"\n"
                 "date: 2026-01-01\n---\n\n", ".html")

    def command(self, folder):
        return ["jekyll", "build", "--quiet", "--source", str(folder), "--destination", str(folder / self.output)]


class MkDocs(Peer):
    name = "MkDocs"
    output = "site"

    def make(self, folder, count):
        write(folder / "mkdocs.yml", "site_name: Articles\nsite_url: https://example.org/\n")
        write(folder / "docs/index.md", "# Home\n\nAll articles.\n")
        articles(count, folder / "docs", lambda n, title, words: f"---\ntitle: {title}\ndescription: \"{words}\"\n---\n\n# {title}\n\n", ".md")

    def command(self, folder):
        return ["mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]


def measured(command, folder):
    """Seconds of processor and of clock, and the largest process in MB; the tool's own processes are all counted."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if status != 0:
        sys.exit(f"bench: {' '.join(command[:2])} failed in {folder}:\n{errors[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, usage.ru_maxrss / 1000


def main():
    numbers = [int(each) for each in sys.argv[1:] if each != "--figures"]
    rounds = numbers[0] if numbers else 3
    counts = numbers[1:] or [10, 100, 1000]
    tools = [SeeingDigitsWithFigures()] if "--figures" in sys.argv else [SeeingDigits(), Hugo(), Jekyll(), MkDocs()]
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        for count in counts:
            for tool in tools:
                tool.make(Path(scratch) / f"{tool.output}-{type(tool).__name__}-{count}", count)
        for turn in range(rounds):
            for count in counts:
                for tool in tools:
                    folder = Path(scratch) / f"{tool.output}-{type(tool).__name__}-{count}"
                    tool.clean(folder)
                    results.setdefault((tool.name, count), []).append(measured(tool.command(folder), folder))
                    written = len(list((folder / tool.output).rglob("article-*"))) if turn == 0 else count
                    if written < count:
                        sys.exit(f"bench: {tool.name} wrote {written} of {count} articles")
                    print(turn + 1, tool.name, count, *("%.1f" % v for v in results[tool.name, count][-1]), file=sys.stderr, flush=True)
    print(f"Medians of {rounds} rounds: CPU seconds, (seconds by the clock), MB.\n")
    print("| articles | " + " | ".join(tool.name for tool in tools) + " |\n|---:|" + "---:|" * len(tools))
    for count in counts:
        cells = [[statistics.median(values) for values in zip(*results[tool.name, count])] for tool in tools]
        print(f"| {count:,} | " + " | ".join("%.1f (%.1f) %d" % tuple(cell) for cell in cells) + " |")


if __name__ == "__main__":
    main()

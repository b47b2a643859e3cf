#!/usr/bin/env python3
"""Collects the licences of the jars in a package: licences.py APP REPOSITORY RUNTIME OUT

APP is designer-app/target/app, REPOSITORY the folder of Maven's, RUNTIME the home of the JDK. OUT gets a folder for each jar
with the texts that lie in it, the JDK's own texts, and THIRD-PARTY.txt: each jar with the licence that its pom (or the pom's
parents) names. Of a jar without a text the text is taken from the folder licences beside this script: by the jar's name
without its version, else by the name of the licence. A jar for which there is none is an error.
"""
import pathlib
import re
import shutil
import sys
import xml.etree.ElementTree as xml
import zipfile

app, repository, runtime, out = map(pathlib.Path, sys.argv[1:5])
TEXT = re.compile(r"(^|/)(licen[cs]e|notice|copying|about|3rd_party|[a-z]+-licen[cs]e)[^/]*$", re.I)
CODE = (".class", ".java", ".properties")
OWN_TEXTS = pathlib.Path(__file__).with_name("licences")
BY_NAME = (("apache", "Apache-2.0"), ("universal permissive", "UPL-1.0"))


def kept_text(jar, named):
    """A text kept here, or nothing."""
    own = OWN_TEXTS / (re.sub(r"-[0-9].*$", "", jar.stem) + ".txt")
    if own.is_file():
        return own
    for word, text in BY_NAME:
        if any(word in each.lower() for each in named):
            return OWN_TEXTS / f"{text}.txt"
    # ICU and JavaFX are under the licences of the parts of that name in the JDK.
    if jar.stem.startswith("icu4j"):
        return runtime / "legal" / "java.base" / "icu.md"
    if jar.stem.startswith("javafx"):
        return runtime / "legal" / "java.base" / "LICENSE"
    return None


def pom_of(jar):
    for pom in repository.rglob(f"{jar.stem}.pom"):
        return pom
    short = re.sub(r"-(linux|mac|win)(-aarch64)?$", "", jar.stem)
    for pom in repository.rglob(f"{short}.pom"):
        return pom
    return None


def tag(node, name):
    return node.find("{*}" + name) if node is not None else None


def licences(pom):
    """What the pom names, or the nearest parent that names something."""
    while pom is not None and pom.is_file():
        project = xml.parse(pom).getroot()
        named = [(tag(each, "name").text or "").strip() for each in project.iterfind("{*}licenses/{*}license")]
        if named:
            return named
        parent = tag(project, "parent")
        if parent is None:
            return []
        group, name, version = (tag(parent, each).text.strip() for each in ("groupId", "artifactId", "version"))
        pom = repository / group.replace(".", "/") / name / version / f"{name}-{version}.pom"
    return []


out.mkdir(parents=True, exist_ok=True)
lines, missing = [], []
for jar in sorted(app.glob("*/*.jar")):
    with zipfile.ZipFile(jar) as archive:
        if not any(each.endswith(".class") and "/" in each for each in archive.namelist()):
            continue  # JavaFX's jars for no platform are empty
        own = any(each.startswith("META-INF/maven/io.concertmaster/") for each in archive.namelist())
        if own:
            continue
        texts = [each for each in archive.namelist() if TEXT.search(each) and not each.endswith(CODE)]
        for each in texts:
            file = out / jar.stem / pathlib.PurePosixPath(each).name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(archive.read(each))
    named = licences(pom_of(jar))
    if not texts:
        text = kept_text(jar, named)
        if text is None:
            missing.append(jar.name)
        else:
            (out / jar.stem).mkdir(exist_ok=True)
            shutil.copyfile(text, out / jar.stem / text.name)
    lines.append(f"{jar.stem}: {'; '.join(named) or 'see its folder'}")
legal = runtime / "legal"
if legal.is_dir():
    shutil.copytree(legal / "java.base", out / "java", dirs_exist_ok=True)
lines.append(f"Java ({runtime.name}): GPL 2 with the Classpath Exception, see 'java'")
(out / "THIRD-PARTY.txt").write_text("\n".join(lines) + "\n")
if missing:
    sys.exit("no text of a licence is there for: " + ", ".join(missing))

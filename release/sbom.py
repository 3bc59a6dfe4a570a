"""What is inside, as CycloneDX: the pinned packages of the site, their hashes, licences, ties.

From `requirements/site.txt`, which is the same on every machine, and not from what is installed;
without a serial number and a time. So the same commit gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from release.licences import licence_of
from release.pinned import PROJECT, ROOT, Pin

VERSION = SchemaVersion.V1_6
FONTS = {"assets/fonts/NotoSerifCJKsc-Bold-subset.otf": "OFL-1.1"}


def sbom(version: str, pins: Iterable[Pin]) -> bytes:
    pins = tuple(pins)
    program = Component(
        type=ComponentType.APPLICATION,
        name="duixian",
        version=version,
        bom_ref="duixian",
        licenses=[LicenseFactory().make_from_string("MIT")],
        components=[font(path, licence) for path, licence in FONTS.items()],
    )
    packages = {pin.name: package(pin) for pin in pins}
    bom = Bom(metadata=BomMetaData(component=program), components=packages.values())
    for user in (PROJECT, *packages):
        needed = [packages[pin.name] for pin in pins if user in pin.needed_by]
        bom.register_dependency(packages.get(user, program), needed)
    return checked(written(bom))


def font(path: str, licence: str) -> Component:
    return Component(
        type=ComponentType.FILE,
        name=path,
        bom_ref=path,
        licenses=[LicenseFactory().make_from_string(licence)],
        hashes=[sha256_of(sha256((ROOT / path).read_bytes()).hexdigest())],
    )


def package(pin: Pin) -> Component:
    """The hashes are of its files for all systems, of which each machine installs one."""
    url = PackageURL("pypi", name=pin.name, version=pin.version)
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(url.to_string()),
        hashes=[sha256_of(one) for one in pin.hashes],
    )
    return Component(
        type=ComponentType.LIBRARY,
        name=pin.name,
        version=pin.version,
        bom_ref=url.to_string(),
        purl=url,
        licenses=[LicenseFactory().make_from_string(licence_of(pin.name))],
        external_references=[files],
    )


def sha256_of(digest: str) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=digest)


def written(bom: Bom) -> str:
    bom.serial_number = None  # type: ignore[assignment]  # as the library's own tool leaves them out
    bom.metadata.timestamp = None  # type: ignore[assignment]
    return make_outputter(bom, OutputFormat.JSON, VERSION).output_as_string(indent=2) + "\n"


def checked(text: str) -> bytes:
    """Against the schema that the library brings."""
    if error := JsonStrictValidator(VERSION).validate_str(text):
        raise AssertionError(error)
    return text.encode("utf-8")

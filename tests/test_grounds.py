"""What the files of a report are made from: another key for whatever they show, and no other."""

from __future__ import annotations

from msgspec.structs import replace

from tests.projects import real_assessment
from tracker.model import Assessed, Assessment, Status
from tracker.render.digests import digest_of
from tracker.render.grounds import Grounds, Kin, grounds_of


def grounds(own: Assessment) -> Grounds:
    return grounds_of(own, digest_of(own), Kin(own), "the site")


def changed(own: Assessment, number: int, one: Assessed) -> Assessment:
    targets = (*own.targets[:number], one, *own.targets[number + 1 :])
    ledger = replace(own.ledger, targets=targets)
    return replace(own, ledger=ledger, ledgers=(ledger, *own.ledgers[1:]))


def differing(one: Grounds, other: Grounds) -> set[str]:
    return {name for name, key in one.targets.items() if other.targets[name] != key}


def test_a_note_is_shown_by_the_page_of_its_target_alone() -> None:
    own = real_assessment()
    one = own.targets[3]
    noted = replace(one, target=replace(one.target, note="虚构的注"))
    before, after = grounds(own), grounds(changed(own, 3, noted))

    assert differing(before, after) == {one.target.id}
    assert before.text == after.text


def test_a_status_is_shown_by_its_neighbours_and_in_the_text() -> None:
    own = real_assessment()
    one = own.targets[3]
    status = next(other for other in Status if other is not one.judgement.status)
    judged = replace(one, judgement=replace(one.judgement, status=status))
    before, after = grounds(own), grounds(changed(own, 3, judged))

    neighbours = {own.targets[at].target.id for at in (2, 3, 4)}
    assert neighbours <= differing(before, after) < before.targets.keys()
    assert before.text != after.text

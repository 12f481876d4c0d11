"""The question corpora of the tests, each with the timeline it is asked of."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"

SHIPPED = ROOT / "data" / "russia-north-korea.yaml"
SHIPPED_QUESTIONS = (
    CORPUS / "russia-north-korea-words.yaml",
    CORPUS / "russia-north-korea-dates.yaml",
    CORPUS / "russia-north-korea-judged.yaml",
    CORPUS / "russia-north-korea-unseen.yaml",
    CORPUS / "russia-north-korea-roles.yaml",
    CORPUS / "russia-north-korea-unanswerable.yaml",
    CORPUS / "russia-north-korea-hard.yaml",
    CORPUS / "russia-north-korea-fresh.yaml",
    CORPUS / "russia-north-korea-newest.yaml",
    CORPUS / "russia-north-korea-latest.yaml",
    CORPUS / "russia-north-korea-everyday.yaml",
    CORPUS / "russia-north-korea-desk.yaml",
    CORPUS / "russia-north-korea-public.yaml",
    CORPUS / "russia-north-korea-callers.yaml",
    CORPUS / "russia-north-korea-newsroom.yaml",
    CORPUS / "russia-north-korea-onward.yaml",
)
APOLLO = CORPUS / "apollo.yaml"
APOLLO_QUESTIONS = (CORPUS / "apollo-questions.yaml",)
EUROPE = CORPUS / "europe.yaml"
EUROPE_QUESTIONS = (CORPUS / "europe-questions.yaml",)
HERON = CORPUS / "heron.yaml"  # a team's own history: versions, incidents, hires
HERON_QUESTIONS = (CORPUS / "heron-questions.yaml",)
COSMOS = CORPUS / "cosmos.yaml"  # entries in Russian, questions in Russian and English
COSMOS_QUESTIONS = (CORPUS / "cosmos-questions.yaml",)
# As a beginner writes them, with nothing in the header that helps; nothing is fitted on these.
MUSEUM = CORPUS / "museum.yaml"
MUSEUM_QUESTIONS = (CORPUS / "museum-questions.yaml",)
PANTRY = CORPUS / "pantry.yaml"
PANTRY_QUESTIONS = (CORPUS / "pantry-questions.yaml",)

SETS = (
    (SHIPPED, SHIPPED_QUESTIONS),
    (APOLLO, APOLLO_QUESTIONS),
    (EUROPE, EUROPE_QUESTIONS),
    (HERON, HERON_QUESTIONS),
    (COSMOS, COSMOS_QUESTIONS),
)

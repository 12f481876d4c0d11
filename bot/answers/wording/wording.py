"""`Wording`: all that the bot says by itself, a field or a method for each phrase."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.durations import Apart
from bot.answers.wording.date_wording import DateWording
from bot.answers.wording.times import Grain, TimeName


@dataclass(frozen=True, kw_only=True)
class Wording(DateWording):
    """The catalogue of one language.

    Fields are whole texts, in which `{name}` stands for something to fill in; what bends with
    a number or a name is a method. The names of commands, which are typed, are the same in all.
    """

    code: str
    timeline: str  # the title of a timeline that has none

    # Where nothing answers, or it is doubtful what is meant
    nothing_found: str
    not_sure: str
    too_long: str
    no_words: str
    empty_timeline: str
    no_such_event: str  # {id}
    did_you_mean_id: str  # {id}
    no_such_month: str  # {month}

    # Headings
    this_is_recorded: str
    newest: str
    examples: str

    # Help and small talk
    help_in_slack: tuple[str, ...]  # {command}, {periods}
    help_in_chat: tuple[str, ...]  # {periods}
    welcome: tuple[str, ...]  # {year}, {month}
    replies: Mapping[str, str]  # by the value of a `Talk`

    # Entries and pages
    note: str  # {text}
    source: str  # {text}
    sources: str  # {text}
    un_document: str  # {symbol}
    un_document_line: str  # {symbol}
    from_timeline: str  # {title}
    more_in_chat: str
    more_at_shell: str
    no_more: str
    nothing_typed: str  # to an empty line of the local chat

    # Days that are remembered
    this_week: str
    from_skipped_days: str

    # Daily posts
    daily_post: str  # the button that sets one up
    daily_in_slack: str  # {command}
    daily_in_chat: str
    use_in_chat: str
    nothing_to_preview: str  # {day}
    no_day: str

    # Buttons and notices in Slack
    back: str
    back_spoken: str
    back_to_first: str
    share: str
    period_before: str  # {period}
    period_after: str  # {period}
    ask_example: str  # {question}
    shared: str
    shared_by: str  # {name}
    shared_by_asking: str  # {name}, {question}
    narrower: str
    entries_gone: str
    unknown_button: str
    apology: str  # {reference}
    unconfirmed: str
    no_text: str
    no_match: str

    # The App Home
    what_this_is: str
    how_to_ask: str  # {command}
    how_to_invite: str  # {name}
    what_is_stored: str  # {handled}, {questions}, {conversation}
    examples_to_try: str

    @abstractmethod
    def join_words(self, words: Sequence[str]) -> str:
        """Return words as a list in prose; of many, how many more there are."""

    @abstractmethod
    def entries(self, number: int) -> str:
        """Return "3 entries"."""

    @abstractmethod
    def questions(self, number: int) -> str:
        """Return "6 questions", as what is remembered."""

    @abstractmethod
    def hours(self, number: int) -> str:
        """Return "2 hours", as how long something is kept."""

    @abstractmethod
    def years_ago(self, years: int) -> str:
        """Return "1 year ago", "7 years ago", or nothing for this year."""

    @abstractmethod
    def on_this_day(self, month: int, day: int) -> str:
        """Return the heading over what happened on a day of any year."""

    @abstractmethod
    def nothing_on_day(self, month: int, day: int) -> str:
        """Say that no entry has this date in any year."""

    @abstractmethod
    def nothing_on_day_yet(self, month: int, day: int, *, year: int) -> str:
        """Say that what has this date came later than the year that is asked about."""

    @abstractmethod
    def weekday_and_day(self, day: date) -> str:
        """Return "Saturday, 25 April"."""

    @abstractmethod
    def remembered(self, years: int, *, is_moved: bool) -> str:
        """Return how long ago it was; a 29 February may be remembered on another day."""

    @abstractmethod
    def this_month(self, years: Sequence[int]) -> str:
        """Introduce what happened in this month in other years."""

    @abstractmethod
    def no_such_day(self, year: int | None, month: int, *, days: int) -> str:
        """Say that a month, of a year or of any, has no more than so many days."""

    @abstractmethod
    def none_so_high(self, number: int) -> str:
        """Say that there is no seventh, or whichever was asked for."""

    @abstractmethod
    def nothing_recorded(
        self, names: Sequence[TimeName], *, is_doubtful: bool = False, is_worded: bool = False
    ) -> str:
        """Say that times are empty; `is_worded` tells that more than a time was asked for."""

    @abstractmethod
    def nearest_note(self, number: int, *, is_unrelated: bool) -> str:
        """Introduce the nearest entries; `is_unrelated` warns that they may not be meant."""

    @abstractmethod
    def nearest_in_time_note(self, *, is_before: bool, is_after: bool) -> str:
        """Introduce the nearest entries on either side of a time; empty where there are none."""

    @abstractmethod
    def same_date_heading(self, grain: Grain, total: int) -> str:
        """Return the heading where the entry right below begins with the very same date."""

    @abstractmethod
    def count_heading(self, number: int) -> str:
        """Return the heading over counted entries; the number leads."""

    @abstractmethod
    def apart_heading(self, apart: Apart) -> str:
        """Return the heading over two entries: how long it was from one to the other."""

    @abstractmethod
    def counted_from(self, label: str, title: str) -> str:
        """Say from which entry, of that date, was counted: "a year after the treaty"."""

    @abstractmethod
    def ago_heading(self, apart: Apart) -> str:
        """Return the heading over an entry of which is asked how long ago it was, or nothing."""

    @abstractmethod
    def lasted_heading(self, days: int) -> str:
        """Return the heading over an entry of which is asked how long it lasted."""

    @abstractmethod
    def people_heading(self, names: Sequence[str]) -> str:
        """Return the heading over an entry of which is asked who is in it."""

    @abstractmethod
    def named_heading(self, names: Sequence[str]) -> str:
        """Return the same where organisations are among them."""

    @abstractmethod
    def places_heading(self, names: Sequence[str]) -> str:
        """Return the heading over an entry of which is asked where it was."""

    @abstractmethod
    def several_heading(self, number: int) -> str:
        """Return the heading over several entries that all fit."""

    @abstractmethod
    def choices_heading(self, number: int, *, most: int) -> str:
        """Return the heading over what may be meant, `most` of which can be chosen from."""

    @abstractmethod
    def coverage(self, number: int, years: tuple[int, int] | None) -> str:
        """Return how much is recorded: "421 entries, 1945 to 2026"."""

    @abstractmethod
    def searched_for(self, words: Sequence[str]) -> str:
        """Say which words were looked for instead of those typed; empty for none."""

    @abstractmethod
    def only_so_many(self, number: int) -> str:
        """Say that a page was asked for that begins beyond the last entry."""

    @abstractmethod
    def page_of(self, first: int, last: int, *, total: int) -> str:
        """Return "6–10 of 26"."""

    @abstractmethod
    def count_of_page(self, shown: int, total: int) -> str:
        """Return "5 of 26", of a first page."""

    @abstractmethod
    def and_more(self, left: int) -> str:
        """Return "and 21 more", of entries."""

    @abstractmethod
    def and_more_sources(self, left: int) -> str:
        """Return "and 2 more sources"."""

    @abstractmethod
    def show_more(self, left: int) -> str:
        """Return the label of the button that shows the rest of a list."""

    @abstractmethod
    def too_many(self, seconds: int) -> str:
        """Ask somebody who asks too much to wait for so many seconds."""

    @abstractmethod
    def too_many_here(self, seconds: int) -> str:
        """Ask the same because a whole workspace asks too much."""

    @abstractmethod
    def when_was(self, person: str, place: str) -> str:
        """Return an example question: when somebody was somewhere."""

    def about(self, person: str, place: str) -> str:
        """Return one about somebody and a place, where somebody need not have been."""
        return self.when_was(person, place)

    def when_titled(self, title: str) -> str:
        """Return one that a title goes into as it stands, where the language has such a one."""
        return title

    @abstractmethod
    def what_happened(self, year: int, month: int | None) -> str:
        """Return an example question: what happened in a month or a year."""

    def period_heading(
        self, names: Sequence[TimeName], total: int, *, is_doubtful: bool = False
    ) -> str:
        """Return the heading over the entries of a period."""
        label = self.times_label(names, is_doubtful=is_doubtful)
        return f"{label[:1].upper()}{label[1:]}: {self.entries(total)}"

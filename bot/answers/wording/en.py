"""The English catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answers.durations import Apart
from bot.answers.wording.en_dates import MONTHS, EnglishDates, in_time
from bot.answers.wording.english import count_of, join_words, length_of, ordinal_word
from bot.answers.wording.times import Grain, TimeName
from bot.answers.wording.wording import Wording

_ENDING = (
    "I show entries exactly as they were curated, with their sources. I say so when I do not know."
)


_WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip


class English(EnglishDates, Wording):
    """English phrases."""

    def join_words(self, words: Sequence[str]) -> str:
        """Return "a, b and c"."""
        return join_words(words)

    def entries(self, number: int) -> str:
        """Return "1 entry", "3 entries"."""
        return count_of(number, "entry")

    def questions(self, number: int) -> str:
        """Return "6 questions"."""
        return count_of(number, "question")

    def hours(self, number: int) -> str:
        """Return "2 hours"."""
        return count_of(number, "hour")

    def years_ago(self, years: int) -> str:
        """Return "1 year ago", "7 years ago", or nothing for this year."""
        return f"{count_of(years, 'year')} ago" if years > 0 else ""

    def on_this_day(self, month: int, day: int) -> str:
        """Return "On this day, 25 April"."""
        return f"On this day, {self.day_of_year(month, day)}"

    def nothing_on_day(self, month: int, day: int) -> str:
        """Say that no entry has this date in any year."""
        return f"No entry is dated exactly {self.day_of_year(month, day)}, in any year."

    def nothing_on_day_yet(self, month: int, day: int, *, year: int) -> str:
        """Say that what has this date came later."""
        label = self.day_of_year(month, day)
        return f"No entry is dated exactly {label}, in {self.year_label(year)} or before."

    def weekday_and_day(self, day: date) -> str:
        """Return "Saturday, 25 April"."""
        return f"{_WEEKDAYS[day.weekday()]}, {self.day_of_year(day.month, day.day)}"

    def remembered(self, years: int, *, is_moved: bool) -> str:
        """Return "57 years ago", "22 years ago, on 29 February"."""
        ago = self.years_ago(years)
        return f"{ago}, on 29 February" if is_moved else ago

    def this_month(self, years: Sequence[int]) -> str:
        """Return "… This month in 1950 and 1961:"."""
        told = join_words([self.year_label(year) for year in years])
        return f"Nothing is recorded for this date. This month in {told}:"

    def no_such_day(self, year: int | None, month: int, *, days: int) -> str:
        """Say that a month has no more than so many days."""
        label = self.day_of_year(month, None)
        label = label if year is None else f"{label} {self.year_label(year)}"
        return f"There is no such day: {label} has {days} days."

    def none_so_high(self, number: int) -> str:
        """Say that there is no seventh."""
        return f"I know of no {ordinal_word(number)}."

    def nothing_recorded(
        self, names: Sequence[TimeName], *, is_doubtful: bool = False, is_worded: bool = False
    ) -> str:
        """Say that times are empty."""
        when = in_time(names, self.times_label(names, is_doubtful=is_doubtful))
        if is_worded:
            return f"I do not know: nothing that fits is recorded {when}."
        return f"Nothing is recorded {when}."

    def nearest_note(self, number: int, *, is_unrelated: bool) -> str:
        """Introduce the nearest entries."""
        lead = "The nearest entry" if number == 1 else "The nearest entries"
        return f"{lead}, which may be about something else:" if is_unrelated else f"{lead}:"

    def nearest_in_time_note(self, *, is_before: bool, is_after: bool) -> str:
        """Introduce the nearest entries on either side of a time."""
        if is_before and is_after:
            return "The nearest entries before and after:"
        if not is_before and not is_after:
            return ""
        return f"The nearest entry {'before' if is_before else 'after'}:"

    def same_date_heading(self, grain: Grain, total: int) -> str:
        """Return "1 entry for that day"."""
        return f"{self.entries(total)} for that {grain.value}"

    def count_heading(self, number: int) -> str:
        """Return "3 entries, in order of time:"."""
        return "1 entry:" if number == 1 else f"{self.entries(number)}, in order of time:"

    def apart_heading(self, apart: Apart) -> str:
        """Return "4 years, 4 months and 19 days apart (1,602 days):"."""
        if apart.is_nothing:
            return "At the same time, as far as the dates are known:"
        told = length_of(apart)
        if apart.total is None:
            return f"About {told} apart; the dates are not known more exactly:"
        is_long = apart.years or apart.months
        return f"{told} apart ({count_of(apart.total, 'day')}):" if is_long else f"{told} apart:"

    def counted_from(self, label: str, title: str) -> str:
        """Return "Counted from 6 July 1961: The treaty is signed."."""
        return f"Counted from {label}: {title}."

    def ago_heading(self, apart: Apart) -> str:
        """Return "4 years, 4 months and 19 days ago:"."""
        if apart.is_nothing:
            return ""
        told = length_of(apart)
        return f"About {told} ago:" if apart.total is None else f"{told} ago:"

    def lasted_heading(self, days: int) -> str:
        """Return "6 days, the first and the last included:"."""
        return f"{count_of(days, 'day')}, the first and the last included:"

    def people_heading(self, names: Sequence[str]) -> str:
        """Return "People in this entry: Ada and Bob."."""
        return f"People in this entry: {join_words(names)}."

    def named_heading(self, names: Sequence[str]) -> str:
        """Return "Named in this entry: the Bank and Ada."."""
        return f"Named in this entry: {join_words(names)}."

    def places_heading(self, names: Sequence[str]) -> str:
        """Return "Places in this entry: Oslo and Bergen."."""
        return f"Places in this entry: {join_words(names)}."

    def several_heading(self, number: int) -> str:
        """Return "3 entries that fit, best first:"."""
        return f"{self.entries(number)} that fit, best first:"

    def choices_heading(self, number: int, *, most: int) -> str:
        """Return "I am not sure. Did you mean one of these?"."""
        if number > most:
            return f"{self.entries(number)} mention this; the first ones:"
        meant = "this" if number == 1 else "one of these"
        return f"{self.not_sure} Did you mean {meant}?"

    def coverage(self, number: int, years: tuple[int, int] | None) -> str:
        """Return "421 entries, 1945 to 2026"."""
        if years is None:
            return self.entries(number)
        first, last = (self.year_label(year) for year in years)
        span = first if first == last else f"{first} to {last}"
        return f"{self.entries(number)}, {span}"

    def searched_for(self, words: Sequence[str]) -> str:
        """Return "Searched for “summit”."."""
        return f"Searched for {join_words([f'“{word}”' for word in words])}." if words else ""

    def only_so_many(self, number: int) -> str:
        """Return "There are only 3 entries."."""
        verb = "is" if number == 1 else "are"
        return f"There {verb} only {self.entries(number)}." if number else ""

    def page_of(self, first: int, last: int, *, total: int) -> str:
        """Return "6–10 of 26"."""
        return f"{first}–{last} of {total}" if last > first else f"{first} of {total}"

    def count_of_page(self, shown: int, total: int) -> str:
        """Return "5 of 26"."""
        return f"{shown} of {total}"

    def and_more(self, left: int) -> str:
        """Return "and 21 more"."""
        return f"and {left} more"

    def and_more_sources(self, left: int) -> str:
        """Return "and 2 more sources"."""
        return f"and {left} more source{'s' * (left > 1)}"

    def show_more(self, left: int) -> str:
        """Return "Show more (21 left)"."""
        return f"Show more ({left} left)"

    def too_many(self, seconds: int) -> str:
        """Ask somebody who asks too much to wait."""
        return (
            "Those were more questions in a minute than I can answer. "
            f"Please give me {count_of(seconds, 'second')}; then I am all yours again."
        )

    def too_many_here(self, seconds: int) -> str:
        """Ask the same because a whole workspace asks too much."""
        return (
            "This workspace asks more than I can answer just now. "
            f"Please try again in {count_of(seconds, 'second')}."
        )

    def when_was(self, person: str, place: str) -> str:
        """Return "When was Louis Blériot in Dover?"."""
        return f"When was {person} in {place}?"

    def about(self, person: str, place: str) -> str:
        """Return "What is recorded about Louis Blériot and Dover?"."""
        return f"What is recorded about {person} and {place}?"

    def what_happened(self, year: int, month: int | None) -> str:
        """Return "What happened in July 1909?"."""
        when = self.year_label(year)
        return f"What happened in {when if month is None else f'{MONTHS[month - 1]} {when}'}?"


ENGLISH = English(
    code="en",
    timeline="Timeline",
    nothing_found="I do not know: nothing in the timeline answers that.",
    not_sure="I am not sure.",
    too_long="That was a long text; only its beginning was read.",
    no_words="Ask me about the timeline in words, or send “help” for examples.",
    empty_timeline="The timeline is empty, so there is nothing to answer from.",
    no_such_event="There is no entry with the id “{id}”.",
    did_you_mean_id="Did you mean “{id}”?",
    no_such_month="There is no month {month}: a year has 12.",
    this_is_recorded="This is recorded:",
    newest="The newest entries, newest first:",
    examples="Try:",
    help_in_slack=(
        "Mention me in a channel or write to me directly, in your own words.",
        "{periods}: everything recorded for that time.",
        "{command} today: what happened on this day. {command} latest: the newest entries. "
        "{command} random: any entry. {command} id EVENT-ID: one entry.",
        "{command} subscribe 09:00 Europe/London: a daily post of what happened on this day. "
        "{command} preview shows it; subscriptions, pause, resume and unsubscribe manage it.",
        _ENDING,
    ),
    help_in_chat=(
        "Ask in your own words. A question may go on from the last one (“and after that?”); "
        "“new question” begins afresh.",
        "{periods}: everything recorded for that time.",
        "today: what happened on this day. latest: the newest entries. random: any entry. "
        "id EVENT-ID: one entry with all its sources.",
        "more: the next entries of a list. quit: leave.",
        _ENDING,
    ),
    welcome=(
        "Ask in your own words, or type {year}, {month}, today, random or help.",
        "To leave, type quit. To use it in Slack: see “Connect Slack” in the README, "
        "or run “timeline-bot manifest”, then “timeline-bot slack”.",
    ),
    replies={
        "new question": "A new question, then. What would you like to know?",
        "help me": "Gladly. Ask me about the timeline in your own words.",
        "how are you": "All is well here, thank you. What would you like to know?",
        "thanks": "You are welcome.",
        "goodbye": "Goodbye.",
        "elsewhere": "I cannot do that: I only know what the timeline holds. Ask me about it.",
        "about me": "I am a bot that knows nothing but the timeline. What would you like to know?",
        "wish": "Thank you, and all the best to you. What would you like to know?",
        "greeting": "Hello. What would you like to know?",
        "praise": "Thank you, that is kind. What else would you like to know?",
        "insult": "I am sorry. Say it in other words, or ask me something else about the timeline.",
        "nod": "Good. Ask me whenever you like.",
    },
    note="Note: {text}",
    source="Source: {text}",
    sources="Sources: {text}",
    un_document="UN document {symbol}",
    un_document_line="UN document: {symbol}",
    from_timeline="From: {title}",
    more_in_chat="“more” shows the next",
    more_at_shell="--all shows every one",
    no_more="That was all.",
    nothing_typed="Type a question, or “help” to see what can be asked.",
    this_week="Nothing is recorded for this date; the nearest of this week:",
    from_skipped_days="Nothing is recorded for this date; from the days before:",
    back="‹ Back",
    back_spoken="Back to the start",
    back_to_first="Back to the first",
    share="Share in channel",
    period_before="The period before: {period}",
    period_after="The period after: {period}",
    ask_example="Ask: {question}",
    shared="Shared in this channel.",
    shared_by="Shared by {name}",
    shared_by_asking="Shared by {name}: {question}",
    narrower="There are more than I can list here. A narrower question shows the rest.",
    entries_gone="These entries are no longer in the timeline. Please ask your question again.",
    unknown_button="I do not know this button any more. Please ask your question again.",
    apology=(
        "Sorry, something went wrong while I looked for the answer. Please try again. "
        "If it goes wrong again, tell whoever runs me this reference: {reference}"
    ),
    unconfirmed=(
        "Slack did not confirm that my answer arrived. If you do not see it, please ask again."
    ),
    no_text="That message has no words in it that I could look for.",
    no_match="Nothing in the timeline matches this message.",
    what_this_is=(
        "I answer questions from a curated timeline. Every entry is shown as it was written by "
        "people, with its sources; nothing is made up. When I do not know, I say so."
    ),
    how_to_ask=(
        "Write to me under Messages, mention me in a channel, or type {command} followed by a "
        "question, a year, a month or a day. On any message, “Find in timeline” looks for its text."
    ),
    how_to_invite="To ask me in a channel, invite me there first: /invite @{name}",
    daily_post="Daily post",
    daily_in_slack="Daily posts are set up with {command} subscribe, or with the button below.",
    daily_in_chat=(
        "Daily posts live in Slack, where “/timeline subscribe” sets one up. Here, “today” and "
        "“preview” show what would be posted."
    ),
    use_in_chat=(
        "One of several timelines is chosen in Slack, for a channel. Here you ask all those that "
        "were given at the start."
    ),
    nothing_to_preview="Nothing would be posted on {day}: nothing is recorded for it.",
    no_day="That is no day: write “preview 4 May”, or “preview 2027-05-04”.",
    what_is_stored=(
        "What is stored: of a daily post its channel, time and choice, what became of each post, "
        "and the Slack ids of those who set it up or changed it; nothing else of you lasts. In "
        "memory alone I keep the ids of handled messages for {handled}, so that none is answered "
        "twice, and the last {questions} of a conversation with the titles shown for "
        "{conversation}, so that you can ask on; send “new question” to drop them. The buttons "
        "under an answer carry its question. Logs hold ids, times and outcomes, never what you "
        "wrote."
    ),
    examples_to_try="Examples to try:",
)

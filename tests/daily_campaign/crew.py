"""The crew of a campaign: three processes that post, die, are killed and are replaced."""

from __future__ import annotations

import multiprocessing
from itertools import count
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

from tests.daily_campaign.clock_process import Orders, run

PROCESSES = 3
DEATH = 0.01  # chance of a process to die at each of four turning points of a post
MURDER = 0.002  # chance of one to be killed between two looks of the campaign


class Crew:
    """Keeps processes at work against one database and one stand-in of Slack."""

    def __init__(self, url: str, api_url: str, *, random: Random, folder: Path) -> None:
        self._url, self._api_url, self._random, self._folder = url, api_url, random, folder
        # Processes are forked from one that has everything imported: they are killed often.
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.daily_campaign.clock_process"])
        self._numbers = count(1)
        self._alive: dict[str, BaseProcess] = {}
        self.dead: set[str] = set()

    def tend(self) -> None:
        """Bury the dead, start others in their place, and perhaps kill one."""
        for name, process in list(self._alive.items()):
            if self._random.random() < MURDER:
                process.kill()
                process.join()
            if not process.is_alive():
                self._bury(name)
        while len(self._alive) < PROCESSES:
            name = f"process {next(self._numbers)}"
            orders = Orders(
                self._url, self._api_url, name, folder=self._folder,
                seed=self._random.randrange(2**32), death=DEATH,
            )  # fmt: skip
            process = self._context.Process(target=run, args=(orders,), daemon=True)
            process.start()
            self._alive[name] = process

    def kill_all(self) -> None:
        for name, process in list(self._alive.items()):
            process.kill()
            process.join()
            self._bury(name)

    def _bury(self, name: str) -> None:
        self._alive.pop(name).join()
        self.dead.add(name)

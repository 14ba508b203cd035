"""Lines of logs, versions, file names and sizes."""

from __future__ import annotations

from ..drawing import changed, clock, form, integers, iso_date, joined, lists, one_of, word
from ..meant import meant

level = one_of("INFO", "INFO", "WARN", "ERROR", "DEBUG")
message = changed(joined(word, " ", 1, 3), str)
line = form("{} {} {} {}", iso_date, clock, level, message)
tagged = form("[{}] {}: {}", level, word, message)
lines = lists(form("{} {}", level, message), 2, 6)
version = form("{}.{}.{}", integers(0, 9), integers(0, 15), integers(0, 30))
size = form("{} {}", integers(1, 900), one_of("KB", "MB"))
extension = one_of("txt", "log", "csv", "tar.gz", "PNG", "py")
file = form("{}.{}", word, extension)
path = form("/{}/{}.{}", joined(word, "/", 1, 3), word, one_of("txt", "log", "csv", "py"))
option = form("{}={}", word, integers(1, 9))
seconds = lists(integers(1, 90), 2, 7)


@meant(line)
def log_level_of_line(line: str) -> str:
    """The level of a line."""
    return line.split()[2]


@meant(line)
def log_message_of_line(line: str) -> str:
    """What stands after the level."""
    return line.split(" ", 3)[3]


@meant(line)
def log_date(line: str) -> str:
    """The date of a line."""
    return line[:10]


@meant(line)
def log_hour(line: str) -> int:
    """The hour of a line."""
    return int(line[11:13])


@meant(form("{} {} {} {}", iso_date, clock, one_of("INFO", "ERROR", "WARN", "ERROR"), message))
def log_is_error(line: str) -> bool:
    """Whether a line is an error."""
    return " ERROR " in line


@meant(tagged)
def log_level_in_brackets(line: str) -> str:
    """The level, which stands in brackets, in small letters."""
    return line[1 : line.index("]")].lower()


@meant(tagged)
def log_source_before_colon(line: str) -> str:
    """What wrote a line: what is between the bracket and the colon."""
    return line.split("] ")[1].split(":", maxsplit=1)[0]


@meant(lines)
def log_count_errors(lines: list[str]) -> int:
    """How many lines are errors."""
    return sum(line.startswith("ERROR") for line in lines)


@meant(lines)
def log_serious_lines(lines: list[str]) -> list[str]:
    """The lines that warn or are errors."""
    return [line for line in lines if line.startswith(("WARN", "ERROR"))]


@meant(lines)
def log_messages_only(lines: list[str]) -> list[str]:
    """The lines without the level."""
    return [line.split(" ", 1)[1] for line in lines]


@meant(version)
def log_major_version(version: str) -> int:
    """The first number of a version."""
    return int(version.split(".", maxsplit=1)[0])


@meant(version)
def log_next_patch(version: str) -> str:
    """The version with the last number one higher."""
    major, minor, patch = version.split(".")
    return f"{major}.{minor}.{int(patch) + 1}"


@meant(version)
def log_next_minor(version: str) -> str:
    """The next version with something new."""
    major, minor, _ = version.split(".")
    return f"{major}.{int(minor) + 1}.0"


@meant(lists(version, 2, 5))
def log_newest_version(versions: list[str]) -> str:
    """The newest version."""
    return max(versions, key=lambda version: [int(part) for part in version.split(".")])


@meant(version, version)
def log_is_newer(installed: str, offered: str) -> bool:
    """Whether the version that is offered is newer."""
    return [int(part) for part in offered.split(".")] > [int(part) for part in installed.split(".")]


@meant(size)
def log_size_in_kilobytes(size: str) -> int:
    """A size in kilobytes."""
    number, unit = size.split()
    return int(number) * 1024 if unit == "MB" else int(number)


@meant(integers(100, 99999999))
def log_readable_size(size: int) -> str:
    """A number of bytes with the unit that suits it."""
    return f"{size} B" if size < 1024 else f"{size // 1024} KB" if size < 1024**2 else f"{size // 1024**2} MB"


@meant(file)
def log_extension(file: str) -> str:
    """What stands after the last dot of a file, small."""
    return file.rsplit(".", 1)[1].lower()


@meant(path)
def log_file_of_path(path: str) -> str:
    """The file at the end of a path."""
    return path.rsplit("/", maxsplit=1)[-1]


@meant(path)
def log_folder_of_path(path: str) -> str:
    """The path without its file."""
    return path.rsplit("/", 1)[0]


@meant(path)
def log_stem_of_path(path: str) -> str:
    """The name of the file, without folders and ending."""
    return path.rsplit("/", maxsplit=1)[-1].split(".", maxsplit=1)[0]


@meant(seconds)
def log_slowest_above_limit(seconds: list[int]) -> list[int]:
    """Those that took more than a minute, the slowest first."""
    return sorted((second for second in seconds if second > 60), reverse=True)


@meant(line)
def log_is_at_night(line: str) -> bool:
    """Whether a line is from before six or after nine in the evening."""
    hour = int(line[11:13])
    return hour < 6 or hour > 21


@meant(form("{}.{}", word, one_of("png", "jpg", "txt", "pdf")))
def log_is_picture(file: str) -> bool:
    """Whether a file is a picture."""
    return file.endswith((".png", ".jpg"))


@meant(lists(one_of("# start", "# end", option, option), 2, 6))
def log_without_comments(lines: list[str]) -> list[str]:
    """The lines that do not begin with a hash."""
    return [line for line in lines if not line.startswith("#")]

#include "app/studio/opening.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "app/document/linked_files.h"
#include "app/export/picture_session.h"
#include "app/export/png_text.h"
#include "app/scene/recorded_paths.h"
#include "app/studio/kept_session.h"
#include "app/studio/number_files.h"
#include "core/data/data_set_file.h"
#include "core/data/file_bytes.h"
#include "core/data/grid_file.h"
#include "core/data/names.h"
#include "core/data/sha256.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// Text, and no bytes that text never has.
bool may_be_text(std::string_view head) {
    return head.find('\0') == std::string_view::npos;
}

std::expected<Opened, std::string> open_picture(const fs::path& file) {
    auto reading = load_picture_session(file);
    if (!reading) return std::unexpected(reading.error());
    return OpenedSession{.reading = *std::move(reading), .home = {}};
}

std::expected<Opened, std::string> open_session_file(const fs::path& file) {
    auto reading = load_session(file);
    if (!reading) return std::unexpected(reading.error());
    return OpenedSession{.reading = *std::move(reading), .home = file};
}

std::expected<Opened, std::string> open_kept_session(const fs::path& file) {
    auto kept = load_kept_session(file);
    if (!kept) return std::unexpected(kept.error());
    return OpenedSession{.reading = std::move(kept->reading), .home = std::move(kept->home)};
}

std::expected<Opened, std::string> open_numbers(const fs::path& file) {
    const auto bytes = FileBytes::read(file);
    if (!bytes) return std::unexpected(bytes.error());
    const auto failed = [&](std::string_view why) { return std::unexpected(fmt::format("{} {}", file.string(), why)); };
    const auto arrays = open_arrays(bytes->bytes());
    if (!arrays) return failed(arrays.error());
    auto content = look_into(**arrays);
    // Places with losses are a path, whatever else they could be.
    const bool path = content && content->trajectory && find_losses(**arrays) != nullptr;
    const bool samples = !path && read_data_set(**arrays).has_value();
    if (!content && !samples) return failed(content.error());
    if (!content) content = FileContent{};
    return OpenedNumbers{.grids = std::move(content->grids),
                         .may_be_trajectory = content->trajectory,
                         .may_be_samples = samples,
                         .sha256 = sha256(bytes->bytes())};
}

// Sessions come last: their reader says best what is wrong with a text that nobody else knows.
constexpr auto kinds = std::to_array<FileKind>({
    {"a picture that Thalweg has made", is_png, open_picture},
    {"a session that was kept when a window closed", is_kept_session, open_kept_session},
    {"numbers", may_be_numbers, open_numbers},
    {"a session", may_be_text, open_session_file},
});

/// The beginning of a file; the error is one sentence.
std::expected<std::string, std::string> head_of(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (fs::is_directory(status)) return std::unexpected(fmt::format("cannot read {}: it is a folder", file.string()));
    if (fs::exists(status) && !fs::is_regular_file(status))
        return std::unexpected(fmt::format("cannot read {}: it is a pipe or a device, not a file", file.string()));
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        const int reason = errno != 0 ? errno : ENOENT;
        return std::unexpected(
            fmt::format("cannot read {}: {}", file.string(), std::system_category().message(reason)));
    }
    std::string head(head_size, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head;
}

/// A window has room for some sentences only.
std::string first_of(const std::vector<std::string>& warnings) {
    constexpr std::size_t most = 6;
    const std::size_t said = std::min(warnings.size(), most);
    std::string words = fmt::format("{}", fmt::join(warnings.begin(), warnings.begin() + said, "\n"));
    if (said < warnings.size()) words += fmt::format("\nand {} more", warnings.size() - said);
    return words;
}

std::string put(OpenedSession opened, const fs::path& file, const OpenDocument& document) {
    document.session = std::move(opened.reading.session);
    document.home = std::move(opened.home);
    if (opened.reading.warnings.empty()) return fmt::format("Opened {}", file.string());
    return first_of(opened.reading.warnings);
}

/// Whether a file that the session looked for elsewhere is back: then it is taken from where it is now.
bool found_again(Session& session, const std::string& sha256, const std::string& file) {
    std::error_code ignored;
    const auto is_missing = [&](const std::string& known, const std::string& digest) {
        return digest == sha256 && !fs::exists(known, ignored);
    };
    bool found = false;
    if (session.landscape.source == LandscapeSource::grid &&
        is_missing(session.landscape.grid.file, session.landscape.grid.sha256)) {
        session.landscape.grid.file = file;
        found = true;
    }
    if (SampleSource& samples = session.landscape.data.samples;
        !samples.file.empty() && is_missing(samples.file, samples.sha256)) {
        samples.file = file;
        found = true;
    }
    for (TrajectoryChoice& trajectory : session.trajectories) {
        if (!is_missing(trajectory.file, trajectory.sha256)) continue;
        trajectory.file = file;
        found = true;
    }
    return found;
}

/// Grids are asked about; what can only be a path is laid over the landscape at once.
std::string put(OpenedNumbers opened, const fs::path& given, const OpenDocument& document) {
    const std::string file = absolute_path(given);
    if (found_again(document.session, opened.sha256, file)) return fmt::format("Found again: {}", file);
    if (!opened.grids.empty() || opened.may_be_samples) {
        const ImportWay likeliest = opened.grids.empty() ? ImportWay::samples : ImportWay::surface;
        document.importing = {.open = true,
                              .file = file,
                              .grids = std::move(opened.grids),
                              .may_be_trajectory = opened.may_be_trajectory,
                              .may_be_samples = opened.may_be_samples,
                              .way = likeliest};
        return {};
    }
    if (document.session.trajectories.size() >= static_cast<std::size_t>(most_trajectories))
        return fmt::format("{} is not opened: there are {} recorded paths already, as many as may be", file,
                           most_trajectories);
    const auto loaded = load_trajectory({.file = file});
    if (!loaded) return loaded.error();
    add_trajectory(document.session, loaded->choice);
    return fmt::format("{}: {}", given.filename().string(), loaded->data.understood);
}

}  // namespace

std::span<const FileKind> file_kinds() {
    return kinds;
}

std::expected<Opened, std::string> open_file(const fs::path& file) {
    const auto head = head_of(file);
    if (!head) return std::unexpected(head.error());
    std::string names;
    for (const FileKind& kind : kinds) {
        if (kind.recognizes(*head)) return kind.open(file);
        names += (names.empty() ? "" : ", nor ") + std::string(kind.name);
    }
    return std::unexpected(fmt::format("{}: this is neither {}", file.string(), names));
}

std::expected<SessionReading, std::string> open_session(const fs::path& file) {
    auto opened = open_file(file);
    if (!opened) return std::unexpected(opened.error());
    if (auto* session = std::get_if<OpenedSession>(&*opened)) return std::move(session->reading);
    return std::unexpected(fmt::format("{}: this holds no session", file.string()));
}

std::string apply(Opened opened, const fs::path& file, const OpenDocument& document) {
    return std::visit([&](auto& what) { return put(std::move(what), file, document); }, opened);
}

namespace {

bool is_grid(const Opened& opened) {
    const auto* numbers = std::get_if<OpenedNumbers>(&opened);
    return numbers != nullptr && !numbers->grids.empty();
}

}  // namespace

Arrival open_files(std::span<const fs::path> files, const OpenDocument& document) {
    Arrival arrival;
    bool has_session = false, has_grid = false;
    for (const fs::path& file : files) {
        if (!arrival.message.empty()) arrival.message += '\n';
        auto opened = open_file(file);
        if (!opened) {
            arrival.message += opened.error();
        } else if (has_session && std::holds_alternative<OpenedSession>(*opened)) {
            arrival.message += fmt::format("{} is not opened: a window shows one session", file.string());
        } else if (has_grid && is_grid(*opened)) {
            arrival.message += fmt::format("{} is not opened: one grid is asked about at a time", file.string());
        } else {
            has_session |= std::holds_alternative<OpenedSession>(*opened);
            has_grid |= is_grid(*opened);
            arrival.message += apply(*std::move(opened), file, document);
            arrival.opened.push_back(file);
            arrival.changed = true;
        }
    }
    return arrival;
}

}  // namespace thalweg

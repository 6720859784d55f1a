#include "app/studio/memory.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <system_error>
#include <utility>

#include "app/panels/landscapes.h"
#include "app/studio/recent_files.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// "22 Nov, 14:32".
std::string written_at(const fs::path& file) {
    std::error_code gone;
    const auto time = fs::last_write_time(file, gone);
    if (gone) return {};
    const auto clock = std::chrono::file_clock::to_sys(time);
    const std::time_t seconds =
        std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::seconds>(clock));
    const std::string words = fmt::format("{:%e %b, %H:%M}", fmt::localtime(seconds));
    return words.substr(words.find_first_not_of(' '));
}

fs::path places_in(const fs::path& folder) {
    return folder / "open";
}
fs::path last_in(const fs::path& folder) {
    return folder / "last.toml";
}

}  // namespace

Memory::Memory(fs::path folder, KeptSession opened, std::function<void()> wake) : folder_(std::move(folder)) {
    if (folder_.empty()) return;
    left_ = KeptPlace::left_behind(places_in(folder_));
    autosave_.emplace(places_in(folder_), std::move(opened), std::move(wake));
}

void Memory::show(OpenList& list, const Catalogue& catalogue) {
    list_files(list);
    if (!left_) return;
    const auto kept = load_kept_session(left_->file());
    if (kept)
        list.left_behind =
            fmt::format("{}, {}", landscape_name(kept->reading.session, catalogue), written_at(left_->file()));
    else
        left_.reset();
}

void Memory::list_files(OpenList& list) const {
    list.recent.clear();
    if (folder_.empty()) return;
    std::error_code gone;
    if (fs::is_regular_file(last_in(folder_), gone))
        list.recent.push_back({last_in(folder_), "The window closed last", written_at(last_in(folder_))});
    for (const fs::path& file : recent_files(folder_))
        list.recent.push_back({file.string(), file.filename().string(), file.parent_path().string()});
}

void Memory::follow(const KeptSession& now, bool gesture, bool playing) {
    if (autosave_) autosave_->follow(now, gesture, playing);
}

void Memory::remember(const fs::path& file, OpenList& list) {
    if (folder_.empty()) return;
    if (file != last_in(folder_)) {
        const std::string error = remember_file(folder_, file);
        if (!error.empty()) complaint_ = fmt::format("Recent files are not remembered: {}", error);
    }
    list_files(list);
}

std::optional<KeptSession> Memory::go_on(OpenList& list) {
    list.left_behind.clear();
    if (!left_) return std::nullopt;
    auto kept = load_kept_session(left_->file());
    if (!kept) {
        complaint_ = kept.error();
        left_.reset();
        return std::nullopt;
    }
    KeptSession now{.session = std::move(kept->reading.session), .home = std::move(kept->home)};
    autosave_->go_on_in(*std::exchange(left_, std::nullopt), now);
    return now;
}

void Memory::start_afresh(OpenList& list) {
    list.left_behind.clear();
    if (left_) left_->move_to(last_in(folder_));
    left_.reset();
    list_files(list);
}

std::optional<std::string> Memory::complaint() {
    std::optional<std::string> words;
    if (autosave_) words = autosave_->complaint();
    if (!words && !complaint_.empty()) words = complaint_;
    complaint_.clear();
    if (!words || std::exchange(complained_, true)) return std::nullopt;
    return words;
}

void Memory::end_well() {
    if (autosave_) autosave_->end_well(last_in(folder_));
}

}  // namespace thalweg

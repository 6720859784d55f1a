#include "app/studio/kept_session.h"

#include <fmt/format.h>

#include <random>
#include <system_error>
#include <vector>

#include "app/document/read_file.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "# Kept by Thalweg while it was open.\n";
constexpr std::string_view home_line = "# Saved as: ";

fs::path lock_of(fs::path file) {
    return file.replace_extension(".lock");
}

/// Everything that belongs to a place: its file, and temporary files that a killed process has left beside it.
void remove_all_of(const fs::path& file) {
    const std::string prefix = file.stem().string() + '.';
    std::error_code ignored;
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(file.parent_path(), ignored))
        if (entry.path().filename().string().starts_with(prefix) && entry.path() != lock_of(file))
            found.push_back(entry.path());
    for (const fs::path& one : found) fs::remove(one, ignored);
    fs::remove(lock_of(file), ignored);  // last: without it nobody would look for the others
}

}  // namespace

std::string to_text(const KeptSession& kept) {
    std::string text(first_line);
    const std::string home = kept.home.string();
    if (!home.empty() && home.find('\n') == std::string::npos) text += fmt::format("{}{}\n", home_line, home);
    return text + to_toml(kept.session);
}

bool is_kept_session(std::string_view head) {
    return head.starts_with(first_line);
}

std::expected<KeptReading, std::string> load_kept_session(const fs::path& file) {
    const auto text = read_file(file);
    if (!text) return std::unexpected(text.error());
    auto reading = parse_session(*text, file.string());
    if (!reading) return std::unexpected(reading.error());
    KeptReading kept{.reading = *std::move(reading), .home = {}};
    std::string_view rest = *text;
    if (!is_kept_session(rest)) return kept;
    rest.remove_prefix(first_line.size());
    if (rest.starts_with(home_line)) kept.home = rest.substr(home_line.size(), rest.find('\n') - home_line.size());
    return kept;
}

std::expected<KeptPlace, std::string> KeptPlace::make(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return std::unexpected(fmt::format("{} cannot be made: {}", folder.string(), error.message()));
    const fs::path file = folder / fmt::format("{:08x}.toml", std::random_device{}());
    auto lock = FileLock::take(lock_of(file));
    if (!lock) return std::unexpected(lock.error());
    return KeptPlace(file, *std::move(lock));
}

std::optional<KeptPlace> KeptPlace::left_behind(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> locks;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".lock") locks.push_back(entry.path());
    std::optional<KeptPlace> newest;
    fs::file_time_type newest_time;
    for (fs::path file : locks) {
        auto lock = FileLock::take(file);
        if (!lock) continue;  // its window lives
        file.replace_extension(".toml");
        const fs::file_time_type time = fs::last_write_time(file, error);
        if (error) {
            remove_all_of(file);
        } else if (!newest || time > newest_time) {
            newest = KeptPlace(file, *std::move(lock));
            newest_time = time;
        }
    }
    return newest;
}

void KeptPlace::remove() {
    remove_all_of(file_);
}

void KeptPlace::move_to(const fs::path& file) {
    std::error_code ignored;
    fs::rename(file_, file, ignored);
    remove_all_of(file_);
}

}  // namespace thalweg

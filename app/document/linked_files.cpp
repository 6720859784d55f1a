#include "app/document/linked_files.h"

#include <system_error>

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// Calls change(path) for every file that the session names.
template <class Change>
void each_file(Session& session, const Change& change) {
    const auto one = [&](std::string& file) {
        if (!file.empty()) file = change(fs::path(file)).string();
    };
    const auto both = [&](LandscapeChoice& landscape) {
        one(landscape.grid.file);
        one(landscape.data.samples.file);
    };
    both(session.landscape);
    for (KeptFormula& kept : session.kept) both(kept.landscape);
    for (TrajectoryChoice& trajectory : session.trajectories) one(trajectory.file);
}

fs::path home_of(const fs::path& folder) {
    return absolute_path(folder.empty() ? fs::path(".") : folder);
}

}  // namespace

std::string absolute_path(const fs::path& file) {
    std::error_code error;
    const fs::path whole = fs::absolute(file, error);
    return (error ? file : whole.lexically_normal()).string();
}

void resolve_files(Session& session, const fs::path& folder) {
    const fs::path home = home_of(folder);
    each_file(session, [&](const fs::path& file) {
        const fs::path there = (home / file).lexically_normal(), beside = home / file.filename();
        std::error_code ignored;
        return !fs::exists(there, ignored) && fs::exists(beside, ignored) ? beside : there;
    });
}

void relate_files(Session& session, const fs::path& folder) {
    const fs::path home = home_of(folder);
    each_file(session, [&](const fs::path& file) {
        const fs::path seen = file.lexically_relative(home);
        const bool below = !seen.empty() && *seen.begin() != "..";
        return below ? seen : file;
    });
}

}  // namespace thalweg

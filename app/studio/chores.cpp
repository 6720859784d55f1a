#include "app/studio/chores.h"

#include <algorithm>

#include "app/document/session_file.h"
#include "app/document/write_file.h"
#include "app/export/picture.h"
#include "app/export/user_folders.h"
#include "app/scene/descended.h"
#include "app/scene/steps_table.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

Written written(const fs::path& file, const std::string& error) {
    if (!error.empty()) return std::unexpected(error);
    return file;
}

}  // namespace

Written save_window_picture(const Session& session, int width, int height) {
    const fs::path file = new_file_name(user_folder("PICTURES"), "png");
    return written(file, write_picture(read_picture(width, height), session, file));
}

Written save_steps(const Scene& scene, const InterfaceState& state, const fs::path& file) {
    const auto& paths = scene.paths().paths;
    const auto path = std::ranges::find_if(paths, [&](const Path& candidate) {
        return candidate.start == state.selected_start && candidate.optimizer == state.selected_optimizer;
    });
    if (path == paths.end())
        return std::unexpected("the selected optimizer is switched off, so there are no steps to save");
    const fs::path place = unused_name(file.has_parent_path() ? file : user_folder("DOCUMENTS") / file);
    const auto names = path_names(scene.landscape());
    return written(place, write_file(place, steps_table_csv(path->trajectory, names)));
}

Written save_session_as(const Session& session, const fs::path& file) {
    const fs::path place = file.empty() ? new_file_name(user_folder("DOCUMENTS"), "toml") : file;
    return written(place, save_session(session, place));
}

}  // namespace thalweg

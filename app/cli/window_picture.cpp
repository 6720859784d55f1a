#include "app/cli/window_picture.h"

#include "app/cli/landscape_options.h"

namespace thalweg {

std::string save_window(PictureMaker& maker, const Session& session, int width, int height, float scale,
                        const std::string& file) {
    const auto catalogue = load_catalogue();
    if (!catalogue) return catalogue.error();
    const auto picture = maker.window(session, {}, *catalogue, width, height, scale);
    return picture ? write_picture(*picture, session, file) : picture.error();
}

}  // namespace thalweg

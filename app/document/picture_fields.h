#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "app/document/describe.h"
#include "core/setting/settings_text.h"

namespace thalweg {

/// How a picture of a session looks, as far as one word for each setting says it: level_lines, azimuth, height_scale …
/// Command lines have an option for each. What they call otherwise (--view, --theme, --colormap) is not among these,
/// nor what shows in no picture.
struct PictureFields {
    Session& session;

    void describe(auto&& visit) {
        constexpr std::array<std::string_view, 5> others = {"source", "theme", "colormap", "layout", "animations"};
        const auto visit_words = [&]<class T>(T& field, const Setting& setting) {
            if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
                if (std::ranges::find(others, setting.name) == others.end()) visit(field, setting);
        };
        thalweg::describe(session.landscape, visit_words);
        thalweg::describe(session.display, visit_words);
        thalweg::describe(session.display.camera, visit_words);
        thalweg::describe(session.display.data, visit_words);
    }
};

/// They point into the session.
inline std::vector<Field> picture_fields(Session& session) {
    PictureFields words{session};
    return fields(words);
}

/// Of a cloud of starts, whose seed is --cloud-seed: --seed draws the batches.
inline std::vector<Field> cloud_fields(CloudChoice& cloud) {
    std::vector<Field> words = fields(cloud);
    for (Field& field : words)
        if (field.setting.name == "seed") field.setting.name = "cloud_seed";
    return words;
}

/// Whether what the open lens shows is runs from the first start: without one it shows nothing.
inline bool lens_shows_runs(const Session& session) {
    const LensKind lens = session.study.lens;
    return lens == LensKind::sweep || lens == LensKind::rates ||
           (lens == LensKind::cloud && session.ensemble.cloud.scatter == Scatter::gaussian);
}

/// "--level-lines".
inline std::string flag_of(const Setting& setting) {
    std::string flag = "--" + std::string(setting.name);
    std::ranges::replace(flag, '_', '-');
    return flag;
}

}  // namespace thalweg

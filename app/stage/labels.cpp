#include "app/stage/labels.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/panels/fonts.h"
#include "app/panels/theme.h"

namespace thalweg {
namespace {

/// A font of the atlas and how many pixels its em has.
struct Face {
    ImFont* font;
    float em;
};

/// The smallest face that need not be enlarged, so that letters stay crisp.
Face face_for(float em, float font_scale) {
    const Fonts all = fonts();
    const std::array faces{Face{all.caption, 12}, Face{all.body, 15}, Face{all.title, 20}, Face{all.projector_body, 28},
                           Face{all.projector_caption, 40}};
    for (const Face& face : faces)
        if (std::round(face.em * font_scale) + 0.5F >= em) return {face.font, std::round(face.em * font_scale)};
    return {all.projector_caption, std::round(40 * font_scale)};
}

}  // namespace

float kept_whole(float start, float extent, float length, float margin) {
    if (start + extent <= 0 || start >= length || extent + 2 * margin > length) return start;
    return std::clamp(start, margin, length - margin - extent);
}

void draw_labels(ImDrawList& list, std::span<const Label> labels, const Area& area, float scale, float font_scale) {
    const float margin = 3 * scale;
    for (const Label& label : labels) {
        const float em = label.size * scale;
        const Face face = face_for(em, font_scale);
        const float size = face.font->FontSize * em / face.em;
        const char* begin = label.text.data();
        const char* end = begin + label.text.size();
        const ImVec2 extent = face.font->CalcTextSizeA(size, 1e6F, 0.0F, begin, end);
        const float x = kept_whole(label.x - label.anchor_x * extent.x, extent.x, area.width, margin);
        const float y = kept_whole(label.y - label.anchor_y * extent.y, extent.y, area.height, margin);
        const ImVec2 at{std::round(area.x + x), std::round(area.y + y)};
        if (label.halo.a > 0) {
            // Strokes are about as wide: from four corners they leave no gap, and each letter costs a software
            // rasterizer.
            const float reach = 1.1F * scale;
            for (const float right : {-reach, reach})
                for (const float down : {-reach, reach})
                    list.AddText(face.font, size, {at.x + right, at.y + down}, pack(label.halo), begin, end);
        }
        list.AddText(face.font, size, at, pack(label.color), begin, end);
    }
}

}  // namespace thalweg

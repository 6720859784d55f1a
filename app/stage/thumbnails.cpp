#include "app/stage/thumbnails.h"

#include <glad/gl.h>

#include <algorithm>
#include <utility>

#include "app/panels/interface.h"
#include "app/scene/thumbnail.h"

namespace thalweg {
namespace {

constexpr int most_in_a_frame = 2;
/// One's own formulas come and go: more than this many pictures are not worth keeping.
constexpr std::size_t most_kept_pictures = 300;
/// Twice the design pixels, so that they stay crisp on fine displays.
constexpr int width = 2 * static_cast<int>(thumbnail_width), height = 2 * static_cast<int>(thumbnail_height);

void upload(const Thumbnail& picture) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, picture.width, picture.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 picture.pixels.data());
    glGenerateMipmap(GL_TEXTURE_2D);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

}  // namespace

void Thumbnails::begin_frame(Colormap colors) {
    colors_ = colors;
    missing_ = 0;
    painted_ = std::exchange(first_, false) ? most_in_a_frame : 0;
}

unsigned Thumbnails::texture(const LandscapeChoice& landscape) {
    Entry& found = entry(landscape);
    if (found.texture.id() == 0 || found.colors != colors_) {
        if (painted_ < most_in_a_frame)
            paint(found), ++painted_;
        else
            ++missing_;
    }
    return found.texture.id();
}

Thumbnails::Entry& Thumbnails::entry(const LandscapeChoice& landscape) {
    const auto found = std::ranges::find(entries_, landscape, &Entry::landscape);
    if (found != entries_.end()) return *found;
    if (entries_.size() >= most_kept_pictures) entries_.erase(entries_.begin());
    return entries_.emplace_back(Entry{.landscape = landscape, .colors = colors_, .texture = {}});
}

void Thumbnails::paint(Entry& entry) const {
    entry.colors = colors_;
    entry.texture = gl::Texture::make();
    glBindTexture(GL_TEXTURE_2D, entry.texture.id());
    upload(make_thumbnail(entry.landscape, colors_, width, height));
    glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace thalweg

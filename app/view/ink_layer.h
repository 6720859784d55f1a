#pragma once

#include <filesystem>

#include "app/gl/handle.h"
#include "app/gl/program.h"
#include "app/view/ink.h"
#include "app/view/picture_part.h"

namespace thalweg {

/// Draws Ink over the bound framebuffer.
class InkLayer {
  public:
    /// Whether pictures have depths behind which ink may be hidden.
    enum class Hiding { none, by_depth };

    InkLayer(const std::filesystem::path& shaders, Hiding hiding);

    /// part: of the picture, which the framebuffer holds. depth: the texture against which depths are compared (as
    /// Canvas::depth), as large as the part; what lies behind shines through with the opacity `hidden`. Both without
    /// meaning where nothing hides.
    void draw(const Ink& ink, const PicturePart& part, unsigned depth = 0, float hidden = 1.0F);

  private:
    /// One program with the pieces that it draws, four corners each.
    struct Kind {
        gl::Program program;
        gl::VertexArray array;
        gl::Buffer corners;
        std::size_t capacity = 0;  ///< of `corners`, in bytes
    };
    template <class Piece>
    void upload(Kind& kind, std::span<const Piece> pieces);

    Kind stroke_, glyph_, arrow_;
    gl::Buffer indices_;  ///< of so many quads, two triangles each
    std::size_t quads_ = 0;
};

}  // namespace thalweg

#pragma once

#include <filesystem>
#include <optional>

#include "app/gl/program.h"
#include "app/gl/sample_texture.h"
#include "app/scene/scene.h"
#include "app/view/camera.h"
#include "app/view/color_map_texture.h"
#include "app/view/height_field.h"
#include "app/view/ink_style.h"
#include "app/view/world.h"

namespace thalweg {

/// The lit surface and the floor plate below it.
class TerrainLayer {
  public:
    explicit TerrainLayer(const std::filesystem::path& shaders);

    /// Uploads what changed. moving: as the next Look will say.
    void update(const Scene& scene, const World& world, Colormap map, bool moving);

    /// The surface as sampled; valid after the first update.
    const HeightField& field() const { return field_; }

    struct Look {
        bool moving = false;  ///< a coarse mesh, which is as good but at silhouettes
        bool multisampled = false;
        bool level_lines = true;
    };
    void draw(const World& world, const Camera& camera, const InkStyle& style, const Look& look);

  private:
    /// Triangles on the graphics card.
    struct Mesh {
        int side = 0;  ///< vertices along each side
        gl::VertexArray array = gl::VertexArray::make();
        gl::Buffer vertices = gl::Buffer::make(), indices = gl::Buffer::make();
        int index_count = 0;
        std::optional<std::uint64_t> revision = {};
    };
    void update_field(const Scene& scene, const World& world);
    void update_mesh(Mesh& mesh, const Scene& scene, const World& world);
    void draw_floor(const World& world, const Camera& camera, const InkStyle& style, const Look& look);
    void draw_surface(const World& world, const Camera& camera, const InkStyle& style, const Look& look);

    gl::Program surface_, floor_;
    gl::VertexArray empty_ = gl::VertexArray::make();
    Mesh moving_mesh_{.side = 96}, resting_mesh_{.side = 256};
    HeightField field_;
    std::optional<std::uint64_t> revision_;
    gl::SampleTexture field_texture_{gl::Filter::linear}, sky_{gl::Filter::linear}, levels_{gl::Filter::nearest};
    ColorMapTexture color_map_;
};

}  // namespace thalweg

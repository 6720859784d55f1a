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

    /// Uploads what changed.
    void update(const Scene& scene, const World& world, Colormap map);

    /// The surface as sampled; valid after the first update.
    const HeightField& field() const { return field_; }

    struct Look {
        int mesh_side = 96;  ///< vertices along each side
        bool multisampled = false;
        bool level_lines = true;
    };
    void draw(const World& world, const Camera& camera, const InkStyle& style, const Look& look);

  private:
    void make_mesh(int side);
    void draw_floor(const World& world, const Camera& camera, const InkStyle& style, const Look& look);
    void draw_surface(const World& world, const Camera& camera, const InkStyle& style, const Look& look);

    gl::Program surface_, floor_;
    gl::VertexArray mesh_, empty_;
    gl::Buffer mesh_indices_;
    int mesh_side_ = 0, index_count_ = 0;
    HeightField field_;
    std::optional<std::uint64_t> revision_;
    gl::SampleTexture field_texture_{gl::Filter::linear}, levels_{gl::Filter::nearest};
    ColorMapTexture color_map_;
};

}  // namespace thalweg

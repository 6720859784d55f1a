#pragma once

#include <filesystem>
#include <optional>

#include "app/gl/program.h"
#include "app/gl/sample_texture.h"
#include "app/scene/scene.h"
#include "app/view/adaptive_mesh.h"
#include "app/view/camera.h"
#include "app/view/color_map_texture.h"
#include "app/view/height_field.h"
#include "app/view/ink_style.h"
#include "app/view/veil.h"
#include "app/view/world.h"

namespace thalweg {

/// The lit surface and the floor plate below it.
class TerrainLayer {
  public:
    explicit TerrainLayer(const std::filesystem::path& shaders);

    /// Uploads what changed. moving: as the next Look will say. unit_pixels: how many pixels a world unit takes about
    /// the middle of the picture, which says how fine triangles must be.
    void update(const Scene& scene, const World& world, Colormap map, bool moving, double unit_pixels);

    /// The surface as sampled; valid after the first update.
    const HeightField& field() const { return field_; }

    struct Look {
        bool moving = false;  ///< a coarse mesh, which is as good but at silhouettes
        bool multisampled = false;
        bool level_lines = true;
        std::optional<Veil> veil = {};
    };
    void draw(const World& world, const Camera& camera, const InkStyle& style, const Look& look);

  private:
    /// Triangles on the graphics card.
    struct Mesh {
        double most_off = 0.0;  ///< pixels that the mesh may be beside the surface
        int most_triangles = 0;
        int side = 0;  ///< vertices along each side, where there are holes
        gl::VertexArray array = gl::VertexArray::make();
        gl::Buffer vertices = gl::Buffer::make(), indices = gl::Buffer::make();
        int index_count = 0;
        std::optional<std::uint64_t> revision = {};
        double tolerance = 0.0;  ///< heights; as it was made
    };
    void update_field(const Scene& scene, const World& world);
    void update_mesh(Mesh& mesh, const Scene& scene, const World& world, double unit_pixels);
    static void upload(Mesh& mesh, const SurfaceMesh& made);
    void draw_floor(const World& world, const Camera& camera, const InkStyle& style, const Look& look);
    void draw_surface(const World& world, const Camera& camera, const InkStyle& style, const Look& look);

    gl::Program surface_, floor_;
    gl::VertexArray empty_ = gl::VertexArray::make();
    Mesh moving_mesh_{.most_off = 0.6, .most_triangles = 12'000, .side = 96};
    Mesh resting_mesh_{.most_off = 0.2, .most_triangles = 100'000, .side = 256};
    HeightField field_;
    std::optional<AdaptiveMesh> adaptive_;  ///< of a field without holes
    std::optional<std::uint64_t> revision_;
    gl::SampleTexture field_texture_{gl::Filter::linear}, sky_{gl::Filter::linear}, levels_{gl::Filter::nearest};
    ColorMapTexture color_map_;
};

}  // namespace thalweg

#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/gl/program.h"
#include "app/gl/sample_texture.h"
#include "app/scene/scene.h"
#include "app/view/adaptive_mesh.h"
#include "app/view/basin_texture.h"
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
    /// the middle of the picture, which says how fine triangles must be. morph: see set_morph of the views.
    void update(const Scene& scene, const World& world, Colormap map, bool moving, double unit_pixels, float morph);

    /// The surface as sampled; valid after the first update.
    const HeightField& field() const { return goal_.field; }
    /// The surface as drawn, which may still be on its way there.
    const HeightField& shown() const { return shown_ ? shown_->field : goal_.field; }

    struct Look {
        bool moving = false;  ///< a coarse mesh, which is as good but at silhouettes
        bool multisampled = false;
        bool level_lines = true;
        std::optional<Veil> veil = {};
        PicturePart part = {};  ///< of the picture, which the framebuffer holds
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
        std::uint64_t shape = 0;
        double tolerance = 0.0;  ///< heights; as it was made
    };
    /// A surface and its shade.
    struct Relief {
        HeightField field;
        std::vector<float> sky;
    };
    void update_relief(const Scene& scene, const World& world, float morph);
    void show(const Scene& scene, float morph);
    void update_mesh(Mesh& mesh, const Scene& scene, const World& world, double unit_pixels);
    static void upload(Mesh& mesh, const SurfaceMesh& made);
    void draw_floor(const World& world, const Camera& camera, const InkStyle& style, const Look& look);
    /// Makes the surface's program of what is shown the one in use.
    const gl::Program& use_surface(const Box& domain);
    void draw_surface(const World& world, const Camera& camera, const InkStyle& style, const Look& look);

    std::filesystem::path shaders_;
    gl::Program surface_, floor_;
    std::optional<gl::Program> surface_of_basins_;  ///< made for the first of them
    gl::VertexArray empty_ = gl::VertexArray::make();
    Mesh moving_mesh_{.most_off = 0.6, .most_triangles = 12'000, .side = 96};
    Mesh resting_mesh_{.most_off = 0.2, .most_triangles = 100'000, .side = 256};
    Relief goal_;
    std::optional<Relief> origin_, shown_;  ///< what it grows out of, and how far it has come; only while it does
    float morph_ = 1.0F;
    std::optional<AdaptiveMesh> adaptive_;  ///< of what is shown, where that has neither holes nor breaks
    std::optional<std::uint64_t> revision_;
    std::uint64_t shape_ = 0;  ///< grows whenever what is shown changes
    gl::SampleTexture field_texture_{gl::Filter::linear}, sky_{gl::Filter::linear}, levels_{gl::Filter::nearest};
    ColorMapTexture color_map_;
    BasinTexture basins_;
};

}  // namespace thalweg

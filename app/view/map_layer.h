#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/gl/program.h"
#include "app/gl/sample_texture.h"
#include "app/scene/scene.h"
#include "app/view/basin_texture.h"
#include "app/view/color_map_texture.h"
#include "app/view/contour_axes.h"
#include "app/view/contour_placement.h"
#include "app/view/ink_style.h"
#include "app/view/veil.h"

namespace thalweg {

/// The contour map's plot area and its colour bar.
class MapLayer {
  public:
    explicit MapLayer(const std::filesystem::path& shaders);

    /// Uploads what changed. morph: see set_morph of the views.
    void update(const Scene& scene, Colormap map, float morph);

    void draw(const Scene& scene, const MapPlot& plot, const ViewFrame& frame, const InkStyle& style, bool level_lines,
              const std::optional<Veil>& veil);

  private:
    /// Heights as the shader reads them: rows × columns × (relative height, inside).
    struct Heights {
        std::vector<float> samples;
        double lowest = 0.0, range = 1.0;  ///< relative 0, and the way from there to relative 1
    };
    static Heights heights_of(const Scene& scene);
    static Heights between(const Heights& from, const Heights& to, float share);
    void show(const Scene& scene, float morph);
    /// Makes the program of what is shown the one in use.
    const gl::Program& use_program(const Box& window);
    void draw_bar(const ColorBar& bar, const PicturePart& part);

    std::filesystem::path shaders_;
    gl::Program map_, bar_;
    std::optional<gl::Program> map_of_basins_;  ///< made for the first of them
    gl::VertexArray empty_;
    gl::SampleTexture field_{gl::Filter::linear}, levels_{gl::Filter::nearest};
    ColorMapTexture color_map_;
    BasinTexture basins_;
    /// What the textures were made from: the revisions of map and surface.
    struct Inputs {
        std::uint64_t map = 0, surface = 0;
        bool operator==(const Inputs&) const = default;
    };
    std::optional<Inputs> made_from_;
    Heights goal_;
    std::optional<Heights> origin_, shown_;  ///< of a landscape that grows out of another, as in TerrainLayer
    float morph_ = 1.0F;
};

}  // namespace thalweg

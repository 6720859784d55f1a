#include "app/view/terrain_layer.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>
#include <vector>

#include "app/view/level_table.h"
#include "app/view/surface_axes.h"
#include "app/view/surface_mesh.h"

namespace thalweg {
namespace {

enum Unit : int { field_unit, color_unit, levels_unit, sky_unit };

constexpr float line_width = 1.2F, strong_line_width = 2.0F;

void set(const gl::Program& program, const char* name, const Color& color) {
    program.set(name, color.r, color.g, color.b);
}

Color mixed(const Color& a, const Color& b, float share) {
    return {std::lerp(a.r, b.r, share), std::lerp(a.g, b.g, share), std::lerp(a.b, b.b, share), 1.0F};
}

/// Whether a clipped scale cuts somewhere: the rim is then worth a mesh that follows it.
bool is_cut(const SurfacePart& surface) {
    const HeightScale& scale = surface.scale;
    return scale.kind == HeightScaleKind::clipped &&
           std::ranges::any_of(surface.grid.values, [&](double f) { return f > scale.high || f < scale.low; });
}

void set_common(const gl::Program& program, const World& world, const Camera& camera, const InkStyle& style,
                const TerrainLayer::Look& look) {
    program.set("field", field_unit);
    program.set("color_map", color_unit);
    program.set("levels", levels_unit);
    program.set("level_line_width", style.px(line_width), style.px(strong_line_width));
    program.set("line_strength", look.level_lines ? 1.0F : 0.0F);
    const VeilUniform veil = veil_over(look.veil, world.domain);
    program.set("veil", veil.x, veil.y, veil.per_x, veil.per_y);
    program.set("half_size", static_cast<float>(world.half_x), static_cast<float>(world.half_y));
    program.set_matrix("world_to_clip", camera.matrix());
}

}  // namespace

TerrainLayer::TerrainLayer(const std::filesystem::path& shaders)
    : surface_(shaders, {"surface.vert", "level_lines.frag", "veil.frag", "surface.frag"}),
      floor_(shaders, {"floor.vert", "level_lines.frag", "veil.frag", "floor.frag"}) {}

void TerrainLayer::update(const Scene& scene, const World& world, Colormap map, bool moving, double unit_pixels) {
    color_map_.update(map);
    update_field(scene, world);
    if (revision_) update_mesh(moving ? moving_mesh_ : resting_mesh_, scene, world, unit_pixels);
}

void TerrainLayer::update_field(const Scene& scene, const World& world) {
    const SurfacePart& surface = scene.surface();
    if (revision_ == surface.revision || surface.grid.columns < 2) return;
    revision_ = surface.revision;
    field_ = height_field(surface.grid, surface.scale, world, scene.landscape().evaluator.get());
    adaptive_.reset();
    if (!field_.holes && !is_cut(surface)) adaptive_.emplace(field_);
    field_texture_.upload(field_.columns, field_.rows, 4, field_.samples);
    sky_.upload(field_.columns, field_.rows, 1, sky_view(field_));
    const std::vector<float> table =
        level_table(surface.levels, [&](double value) { return surface.scale.height(value); });
    levels_.upload(level_table_size, 1, 3, table);
}

void TerrainLayer::update_mesh(Mesh& mesh, const Scene& scene, const World& world, double unit_pixels) {
    // Powers of two, so that zooming does not make a mesh for every frame.
    const double tolerance = std::exp2(std::floor(std::log2(mesh.most_off / (world_height * unit_pixels))));
    if (mesh.revision == revision_ && (!adaptive_ || mesh.tolerance == tolerance)) return;
    mesh.revision = revision_;
    mesh.tolerance = tolerance;
    upload(mesh, adaptive_ ? adaptive_->mesh(tolerance, mesh.most_triangles)
                           : surface_mesh(field_, scene.surface().scale, world.domain,
                                          scene.landscape().evaluator.get(), mesh.side));
}

void TerrainLayer::upload(Mesh& mesh, const SurfaceMesh& made) {
    mesh.index_count = static_cast<int>(made.indices.size());
    glBindVertexArray(mesh.array.id());
    glBindBuffer(GL_ARRAY_BUFFER, mesh.vertices.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(made.vertices.size() * sizeof(float)), made.vertices.data(),
                 GL_STATIC_DRAW);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, 3 * sizeof(float), nullptr);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, mesh.indices.id());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(made.indices.size() * sizeof(std::uint32_t)),
                 made.indices.data(), GL_STATIC_DRAW);
}

void TerrainLayer::draw_floor(const World& world, const Camera& camera, const InkStyle& style, const Look& look) {
    floor_.use();
    set_common(floor_, world, camera, style, look);
    floor_.set("level", static_cast<float>(floor_height));
    floor_.set("margin", static_cast<float>(plate_margin));
    const Color plate = mixed(style.theme.background, style.theme.line, style.over_light ? 0.35F : 0.55F);
    set(floor_, "plate", plate);
    set(floor_, "plate_edge", mixed(style.theme.line, style.theme.quiet_text, 0.35F));
    set(floor_, "line_color", style.over_light ? style.theme.text : style.theme.background);
    glBindVertexArray(empty_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void TerrainLayer::draw_surface(const World& world, const Camera& camera, const InkStyle& style, const Look& look) {
    const Mesh& mesh = look.moving ? moving_mesh_ : resting_mesh_;
    surface_.use();
    set_common(surface_, world, camera, style, look);
    surface_.set("sky_view", sky_unit);
    surface_.set("top", static_cast<float>(world_height));
    const glm::dvec3& eye = camera.eye();
    surface_.set("eye", static_cast<float>(eye.x), static_cast<float>(eye.y), static_cast<float>(eye.z));
    // The lamp hangs at the upper left of the picture, however the surface is turned; it stays above the floor.
    const glm::dvec3 level_forward = glm::normalize(glm::cross(glm::dvec3(0, 0, 1), camera.right()));
    const glm::dvec3 light = glm::normalize(-0.75 * camera.right() + 0.18 * level_forward + glm::dvec3(0, 0, 0.95));
    surface_.set("key_light", static_cast<float>(light.x), static_cast<float>(light.y), static_cast<float>(light.z));
    set(surface_, "background", style.theme.background);
    surface_.set("smooth_holes", look.multisampled ? 1 : 0);
    if (look.multisampled) glEnable(GL_SAMPLE_ALPHA_TO_COVERAGE);
    // Coverage travels in alpha; the picture itself stays opaque.
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_FALSE);
    glBindVertexArray(mesh.array.id());
    glDrawElements(GL_TRIANGLES, mesh.index_count, GL_UNSIGNED_INT, nullptr);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDisable(GL_SAMPLE_ALPHA_TO_COVERAGE);
}

void TerrainLayer::draw(const World& world, const Camera& camera, const InkStyle& style, const Look& look) {
    if (!revision_) return;
    field_texture_.bind(field_unit);
    color_map_.bind(color_unit);
    levels_.bind(levels_unit);
    sky_.bind(sky_unit);
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    draw_surface(world, camera, style, look);
    draw_floor(world, camera, style, look);
    glDisable(GL_DEPTH_TEST);
}

}  // namespace thalweg

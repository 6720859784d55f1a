#include "app/view/terrain_layer.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <vector>

#include "app/scene/ensemble.h"
#include "app/view/lamp.h"
#include "app/view/level_table.h"
#include "app/view/surface_axes.h"
#include "app/view/surface_mesh.h"

namespace thalweg {
namespace {

enum Unit : int { field_unit, color_unit, levels_unit, sky_unit, basins_unit };

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
    program.set_matrix("world_to_clip", camera.matrix(look.part));
}

}  // namespace

TerrainLayer::TerrainLayer(const std::filesystem::path& shaders)
    : shaders_(shaders),
      surface_(shaders, {"surface.vert", "level_lines.frag", "veil.frag", "no_basins.frag", "surface.frag"}),
      floor_(shaders, {"floor.vert", "level_lines.frag", "veil.frag", "floor.frag"}) {}

void TerrainLayer::update(const Scene& scene, const World& world, Colormap map, bool moving, double unit_pixels,
                          float morph) {
    color_map_.update(map);
    basins_.update(scene.ensemble().on_surface());
    update_relief(scene, world, morph);
    if (revision_) update_mesh(moving ? moving_mesh_ : resting_mesh_, scene, world, unit_pixels);
}

void TerrainLayer::update_relief(const Scene& scene, const World& world, float morph) {
    const SurfacePart& surface = scene.surface();
    if (surface.grid.columns < 2) return;
    const bool other = revision_ != surface.revision;
    if (other) {
        origin_.reset();
        if (morph < 1.0F && revision_) origin_ = shown_ ? std::move(*shown_) : std::move(goal_);
        goal_.field = height_field(surface.grid, surface.scale, world, scene.landscape().evaluator.get());
        goal_.sky = sky_view(goal_.field);
        if (origin_ && origin_->field.samples.size() != goal_.field.samples.size()) origin_.reset();
        const std::vector<float> table =
            level_table(surface.levels, [&](double value) { return surface.scale.height(value); });
        levels_.upload(level_table_size, 1, 3, table);
        revision_ = surface.revision;
    }
    if (other || (origin_ && morph != morph_)) show(scene, morph);
}

void TerrainLayer::show(const Scene& scene, float morph) {
    ++shape_;
    morph_ = morph;
    shown_.reset();
    if (morph >= 1.0F) origin_.reset();
    if (origin_) shown_ = Relief{between(origin_->field, goal_.field, morph), between(origin_->sky, goal_.sky, morph)};
    const Relief& relief = shown_ ? *shown_ : goal_;
    adaptive_.reset();
    const bool whole = !relief.field.holes && !relief.field.breaks;
    if (whole && (shown_ || !is_cut(scene.surface()))) adaptive_.emplace(relief.field);
    field_texture_.upload(relief.field.columns, relief.field.rows, 4, relief.field.samples);
    sky_.upload(relief.field.columns, relief.field.rows, 1, relief.sky);
}

void TerrainLayer::update_mesh(Mesh& mesh, const Scene& scene, const World& world, double unit_pixels) {
    // Powers of two, so that zooming does not make a mesh for every frame.
    const double tolerance = std::exp2(std::floor(std::log2(mesh.most_off / (world_height * unit_pixels))));
    if (mesh.shape == shape_ && (!adaptive_ || mesh.tolerance == tolerance)) return;
    mesh.shape = shape_;
    mesh.tolerance = tolerance;
    // The rims of a surface on its way are nowhere to be searched for.
    Evaluator* const evaluator = shown_ ? nullptr : scene.landscape().evaluator.get();
    upload(mesh, adaptive_ ? adaptive_->mesh(tolerance, mesh.most_triangles)
                           : surface_mesh(shown(), scene.surface().scale, world.domain, evaluator, mesh.side));
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

const gl::Program& TerrainLayer::use_surface(const Box& domain) {
    if (!basins_.shown()) {
        surface_.use();
        return surface_;
    }
    if (!surface_of_basins_)
        surface_of_basins_.emplace(
            shaders_, std::initializer_list<const char*>{"surface.vert", "level_lines.frag", "veil.frag", "basins.frag",
                                                         "surface.frag"});
    surface_of_basins_->use();
    basins_.set(*surface_of_basins_, basins_unit, domain);
    return *surface_of_basins_;
}

void TerrainLayer::draw_surface(const World& world, const Camera& camera, const InkStyle& style, const Look& look) {
    const Mesh& mesh = look.moving ? moving_mesh_ : resting_mesh_;
    const gl::Program& surface = use_surface(world.domain);
    set_common(surface, world, camera, style, look);
    surface.set("sky_view", sky_unit);
    surface.set("top", static_cast<float>(world_height));
    const glm::dvec3& eye = camera.eye();
    surface.set("eye", static_cast<float>(eye.x), static_cast<float>(eye.y), static_cast<float>(eye.z));
    const glm::dvec3 light = key_light(camera);
    surface.set("key_light", static_cast<float>(light.x), static_cast<float>(light.y), static_cast<float>(light.z));
    set(surface, "background", style.theme.background);
    surface.set("broken", shown().breaks ? 1 : 0);
    surface.set("smooth_holes", look.multisampled ? 1 : 0);
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

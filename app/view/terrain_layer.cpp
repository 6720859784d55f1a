#include "app/view/terrain_layer.h"

#include <glad/gl.h>

#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>
#include <vector>

#include "app/view/level_table.h"
#include "app/view/surface_axes.h"

namespace thalweg {
namespace {

enum Unit : int { field_unit, color_unit, levels_unit };

constexpr float line_width = 1.2F, strong_line_width = 2.0F;

void set(const gl::Program& program, const char* name, const Color& color) {
    program.set(name, color.r, color.g, color.b);
}

Color mixed(const Color& a, const Color& b, float share) {
    return {std::lerp(a.r, b.r, share), std::lerp(a.g, b.g, share), std::lerp(a.b, b.b, share), 1.0F};
}

void set_common(const gl::Program& program, const World& world, const Camera& camera, const InkStyle& style,
                bool level_lines) {
    program.set("field", field_unit);
    program.set("color_map", color_unit);
    program.set("levels", levels_unit);
    program.set("level_line_width", style.px(line_width), style.px(strong_line_width));
    program.set("line_strength", level_lines ? 1.0F : 0.0F);
    program.set("half_size", static_cast<float>(world.half_x), static_cast<float>(world.half_y));
    program.set_matrix("world_to_clip", camera.matrix());
}

}  // namespace

TerrainLayer::TerrainLayer(const std::filesystem::path& shaders)
    : surface_(shaders, {"surface.vert", "level_lines.frag", "surface.frag"}),
      floor_(shaders, {"floor.vert", "level_lines.frag", "floor.frag"}),
      mesh_(gl::VertexArray::make()),
      empty_(gl::VertexArray::make()),
      mesh_indices_(gl::Buffer::make()) {}

void TerrainLayer::update(const Scene& scene, const World& world, Colormap map) {
    color_map_.update(map);
    const SurfacePart& surface = scene.surface();
    if (revision_ == surface.revision || surface.grid.columns < 2) return;
    revision_ = surface.revision;
    field_ = height_field(surface.grid, surface.scale, world, scene.landscape().evaluator.get());
    field_texture_.upload(field_.columns, field_.rows, 4, field_.samples);
    const std::vector<float> table =
        level_table(surface.levels, [&](double value) { return surface.scale.height(value); });
    levels_.upload(level_table_size, 1, 3, table);
}

void TerrainLayer::make_mesh(int side) {
    if (side == mesh_side_) return;
    mesh_side_ = side;
    std::vector<GLuint> indices;
    const auto count = static_cast<GLuint>(side);
    indices.reserve(std::size_t{6} * (count - 1) * (count - 1));
    for (GLuint row = 0; row + 1 < count; ++row) {
        for (GLuint column = 0; column + 1 < count; ++column) {
            const GLuint corner = row * count + column;
            indices.insert(indices.end(),
                           {corner, corner + 1, corner + count + 1, corner, corner + count + 1, corner + count});
        }
    }
    index_count_ = static_cast<int>(indices.size());
    glBindVertexArray(mesh_.id());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, mesh_indices_.id());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(GLuint)), indices.data(),
                 GL_STATIC_DRAW);
}

void TerrainLayer::draw_floor(const World& world, const Camera& camera, const InkStyle& style, const Look& look) {
    floor_.use();
    set_common(floor_, world, camera, style, look.level_lines);
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
    make_mesh(look.mesh_side);
    surface_.use();
    set_common(surface_, world, camera, style, look.level_lines);
    surface_.set("top", static_cast<float>(world_height));
    surface_.set("mesh_side", look.mesh_side);
    const glm::dvec3& eye = camera.eye();
    surface_.set("eye", static_cast<float>(eye.x), static_cast<float>(eye.y), static_cast<float>(eye.z));
    // The lamp hangs at the upper left of the picture, however the surface is turned; it stays above the floor.
    const glm::dvec3 level_forward = glm::normalize(glm::cross(glm::dvec3(0, 0, 1), camera.right()));
    const glm::dvec3 light = glm::normalize(-0.75 * camera.right() + 0.18 * level_forward + glm::dvec3(0, 0, 0.95));
    surface_.set("key_light", static_cast<float>(light.x), static_cast<float>(light.y), static_cast<float>(light.z));
    surface_.set("smooth_holes", look.multisampled ? 1 : 0);
    if (look.multisampled) glEnable(GL_SAMPLE_ALPHA_TO_COVERAGE);
    // Coverage travels in alpha; the picture itself stays opaque.
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_FALSE);
    glBindVertexArray(mesh_.id());
    glDrawElements(GL_TRIANGLES, index_count_, GL_UNSIGNED_INT, nullptr);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDisable(GL_SAMPLE_ALPHA_TO_COVERAGE);
}

void TerrainLayer::draw(const World& world, const Camera& camera, const InkStyle& style, const Look& look) {
    if (!revision_) return;
    field_texture_.bind(field_unit);
    color_map_.bind(color_unit);
    levels_.bind(levels_unit);
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    draw_surface(world, camera, style, look);
    draw_floor(world, camera, style, look);
    glDisable(GL_DEPTH_TEST);
}

}  // namespace thalweg

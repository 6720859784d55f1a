#version 330 core
// The surface's mesh: a regular grid over the domain, raised to the heights in a texture.
// Spaces: world (domain within [-1,1]², z up) to clip.

uniform sampler2D field;    // height 0..1, slopes in world units, inside
uniform mat4 world_to_clip;
uniform vec2 half_size;     // of the domain, world units
uniform float top;          // z at height 1
uniform int mesh_side;      // vertices along each side

out vec2 share;  // over the domain, 0..1
out vec3 world;

void main() {
    share = vec2(gl_VertexID % mesh_side, gl_VertexID / mesh_side) / float(mesh_side - 1);
    vec2 size = vec2(textureSize(field, 0));
    float height = textureLod(field, (share * (size - 1.0) + 0.5) / size, 0.0).r;
    world = vec3((share * 2.0 - 1.0) * half_size, top * height);
    gl_Position = world_to_clip * vec4(world, 1.0);
}

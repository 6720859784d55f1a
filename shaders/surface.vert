#version 330 core
// The surface's mesh.
// Spaces: world (the domain about the origin, z up) to clip.

layout(location = 0) in vec3 vertex;  // share of the domain along x and y, height; all 0..1

uniform mat4 world_to_clip;
uniform vec2 half_size;  // of the domain, world units
uniform float top;       // z at height 1

out vec2 share;  // over the domain, 0..1
out vec3 world;
out float mesh_height;

void main() {
    share = vertex.xy;
    mesh_height = vertex.z;
    world = vec3((share * 2.0 - 1.0) * half_size, top * vertex.z);
    gl_Position = world_to_clip * vec4(world, 1.0);
}

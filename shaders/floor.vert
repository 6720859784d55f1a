#version 330 core
// The floor plate under the surface, a little larger than the domain.
// Spaces: world to clip.

uniform mat4 world_to_clip;
uniform vec2 half_size;  // of the domain, world units
uniform float level;     // z of the plate
uniform float margin;    // of the plate around the domain, world units

out vec2 share;  // over the domain: 0..1 inside of it
out vec2 rim;    // world units from the plate's middle

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    rim = corner * (half_size + margin);
    share = rim / half_size * 0.5 + 0.5;
    gl_Position = world_to_clip * vec4(rim, level, 1.0);
}

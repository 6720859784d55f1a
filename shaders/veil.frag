#version 330 core
// How much light falls on a place: 1 in a disc, 0 in the dark beyond it; 1 everywhere where there is no veil.

uniform vec4 veil;  // middle, 1 / radii, in the same shares as the place; zeros: no veil

float lit(vec2 place) {
    if (veil.z <= 0.0) return 1.0;
    return 1.0 - smoothstep(0.86, 1.0, length((place - veil.xy) * veil.zw));
}

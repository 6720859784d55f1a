#pragma once

namespace thalweg {

/// What lies behind everything in a picture: the theme's slow gradient as on screens, its plain colour, or nothing, so
/// that what the picture is put on shows through.
enum class Background { shaded, plain, transparent };

}  // namespace thalweg

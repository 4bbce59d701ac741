namespace Confluence.Package.Tests;

/// <summary>Says that it is the package sources of the machine that fail, not the packages under test.</summary>
/// <param name="command">The command that needed a package.</param>
/// <param name="error">What NuGet said.</param>
internal sealed class PackageSourceException(string command, string error) : Exception(
    $"The packages under test may be good: NuGet did not get a package from the sources of this machine. It said: {error.Trim()} "
    + "'dotnet nuget list source' lists the sources. What a restore of this repository has brought into the package folder is taken from there; "
    + $"the compiler of NativeAOT is among it. The command was '{command}'.");

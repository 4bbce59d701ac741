using System.Reflection;

namespace Confluence.Cli.Surroundings;

/// <summary>What the tool calls itself.</summary>
internal static class ToolVersion
{
    public const string Name = "confluence";

    /// <summary>Gets the version, without the commit that builds append to it.</summary>
    public static string Value { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? throw new InvalidOperationException("The tool was built without a version.");
}

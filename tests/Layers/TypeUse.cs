namespace Confluence.Layers;

/// <summary>One file that names a type of another folder.</summary>
/// <param name="Folder">The folder of the file.</param>
/// <param name="File">The path of the file, relative to the project.</param>
/// <param name="Type">The name of the type.</param>
/// <param name="Target">The folder that declares it.</param>
internal sealed record TypeUse(string Folder, string File, string Type, string Target);

namespace Confluence.Layers;

/// <summary>Folders of which each needs all the others, directly or by way of them.</summary>
/// <param name="Folders">The folders.</param>
/// <param name="Uses">What one of them names of another.</param>
internal sealed record FolderCircle(IReadOnlyList<string> Folders, IReadOnlyList<TypeUse> Uses)
{
    /// <summary>The uses, gathered by what they tie together: the shortest part of it is what to mend.</summary>
    public override string ToString() => $"Circle of {string.Join(", ", Folders)}\n" + string.Concat(
        from use in Uses
        group use by $"  {use.Folder} > {use.Target}\n" into tie
        orderby tie.Key
        select tie.Key + string.Concat(
            from use in tie
            group use.Type by use.File into file
            select $"    {file.Key}: {string.Join(", ", file)}\n"));
}

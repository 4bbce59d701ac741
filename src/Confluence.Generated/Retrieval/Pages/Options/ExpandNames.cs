namespace Confluence.Generated.Retrieval.Pages.Options;

/// <summary>The names that v1 knows in <c>expand</c>, and what becomes of them.</summary>
internal static class ExpandNames
{
    private static readonly Dictionary<string, PageParts> s_parts = new(StringComparer.Ordinal)
    {
        ["body"] = PageParts.None,
        ["body.storage"] = PageParts.StorageBody,
        ["body.atlas_doc_format"] = PageParts.AtlasDocFormatBody,
        ["body.view"] = PageParts.ViewBody,
        ["version"] = PageParts.None,
        ["history"] = PageParts.None,
        ["history.lastUpdated"] = PageParts.None,
        ["history.previousVersion"] = PageParts.Versions,
        ["history.contributors"] = PageParts.Versions,
        ["history.contributors.publishers"] = PageParts.Versions,
        ["space"] = PageParts.Space,
        ["container"] = PageParts.Space,
        ["metadata"] = PageParts.None,
        ["metadata.labels"] = PageParts.Labels,
        ["metadata.properties"] = PageParts.Properties,
        ["children"] = PageParts.None,
        ["children.attachment"] = PageParts.Attachments,
    };

    private static readonly (string Prefix, string Instead)[] s_elsewhere =
    [
        ("body.export_view", "client.Pages.GetPageByIdAsync with BodyFormat = BodyDetailsFormat.ExportView gives it, one page a request"),
        ("body.styled_view", "client.Pages.GetPageByIdAsync with BodyFormat = BodyDetailsFormat.StyledView gives it, one page a request"),
        ("body.anonymous_export_view", "client.Pages.GetPageByIdAsync with BodyFormat = BodyDetailsFormat.AnonymousExportView gives it, one page a request"),
        ("body.editor", "client.Pages.GetPageByIdAsync with BodyFormat = BodyDetailsFormat.Editor gives it, one page a request"),
        ("ancestors", "client.Ancestors.GetPageAncestorsAsync gives them, one page a request"),
        ("children.page", "client.Children.GetPageDirectChildrenAsync lists them, one page a request"),
        ("children.comment", "client.Comments.GetPageFooterCommentsAsync and GetPageInlineCommentsAsync list them, one page a request"),
        ("descendants", "client.Descendants.GetPageDescendantsAsync lists them, one page a request"),
        ("restrictions", "client.V1.ContentRestrictions.GetRestrictionsAsync gives them, one page a request"),
        ("operations", "client.Operations.GetPageOperationsAsync gives them, one page a request"),
        ("metadata.currentuser", "client.V1.Content.SearchContentByCqlAsync with Expand gives it, for what a CQL query finds"),
        ("macroRenderedOutput", "client.V1.Macros gives the output of macros, one by one"),
    ];

    public static PageParts Parts(string? expand, string parameter)
    {
        PageParts parts = PageParts.None;
        foreach (string name in (expand ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            parts |= Find(name, parameter);
        }

        return parts;
    }

    private static PageParts Find(string name, string parameter)
    {
        if (s_parts.TryGetValue(name, out PageParts part))
        {
            return part;
        }

        // Names of single properties stand behind the dot.
        if (name.StartsWith("metadata.properties.", StringComparison.Ordinal))
        {
            return PageParts.Properties;
        }

        foreach ((string prefix, string instead) in s_elsewhere)
        {
            if (name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal))
            {
                throw new ArgumentException($"{nameof(ContentQuery.Expand)} holds '{name}', which the lists of v2 cannot give: {instead}.", parameter);
            }
        }

        throw new ArgumentException(
            $"{nameof(ContentQuery.Expand)} holds '{name}', which is not known. Known are {string.Join(", ", s_parts.Keys.Order(StringComparer.Ordinal))}.", parameter);
    }
}

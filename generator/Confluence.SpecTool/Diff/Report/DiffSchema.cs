namespace Confluence.SpecTool.Diff.Report;

/// <summary>The JSON Schema of the report in JSON, which the tool carries.</summary>
internal static class DiffSchema
{
    private const string Resource = "diff.schema.json";

    public static string Text
    {
        get
        {
            using Stream stream = typeof(DiffSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The tool was built without {Resource}.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Stub;
using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Judges;

/// <summary>Compares a <c>multipart/form-data</c> body with the schema and the values that were planned.</summary>
internal static class FormJudge
{
    public static IReadOnlyList<string> Check(IOpenApiSchema schema, JsonNode? plan, ArrivedRequest request)
    {
        List<string> problems = [];
        Dictionary<string, FormPart> parts = FormPart.Read(request).ToDictionary(static part => part.Name, StringComparer.Ordinal);
        foreach (SchemaMember member in Schemas.Members(schema))
        {
            JsonNode? planned = plan?[member.Name];
            if (!parts.Remove(member.Name, out FormPart? part))
            {
                if (planned is not null)
                {
                    problems.Add($"form: {member.Name} is missing");
                }

                continue;
            }

            string text = Encoding.UTF8.GetString(part.Content);
            bool isFile = Schemas.IsFile(member.Schema);
            problems.AddRange(isFile ? [] : SchemaJudge.CheckText(member.Schema, text, $"form {member.Name}"));
            if (planned is null || text != PlannedParameter.TextOf(planned))
            {
                problems.Add($"form {member.Name}: {planned?.ToJsonString() ?? "nothing"} was planned, and {text} arrived");
            }

            // Without a charset Confluence reads texts as ISO-8859-1.
            (string? fileName, string type) = isFile ? (ValueFiller.UploadName, ValueFiller.UploadType) : (null, "text/plain; charset=UTF-8");
            if (part.FileName != fileName || part.ContentType != type)
            {
                problems.Add($"form {member.Name}: file {fileName ?? "none"} of type {type} was expected, and {part.FileName ?? "none"} of type {part.ContentType} arrived");
            }
        }

        problems.AddRange(parts.Keys.Select(static name => $"form: {name} is not declared"));
        return problems;
    }
}

using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.SpecTool;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Facts_stay_in_one_order_and_prose_goes()
    {
        const string published =
            """
            {
              "x-atlassian-narrative": {"documents": [{"body": "PROSE"}]},
              "externalDocs": {"description": "PROSE", "url": "https://x"},
              "paths": {
                "/b": {
                  "summary": "PROSE",
                  "post": {
                    "x-codegen-request-body-name": "body",
                    "security": [{"oAuthDefinitions": ["write:b"]}, {"basicAuth": []}],
                    "responses": {
                      "201": {"headers": {"location": {"description": "PROSE", "schema": {"type": "string"}}}, "description": "PROSE", "content": {"application/json": {"example": "PROSE", "schema": {"$ref": "#/components/schemas/S"}}}},
                      "404": {"content": {}, "description": "PROSE"},
                      "499": {"description": "PROSE"}
                    },
                    "requestBody": {"description": "PROSE", "content": {"application/json": {"schema": {"type": "object"}, "examples": {"a": {"value": "PROSE"}}}}, "required": true},
                    "parameters": [{"schema": {"type": "string", "description": "PROSE"}, "description": "PROSE", "in": "query", "name": "q", "example": "PROSE"}],
                    "description": "PROSE", "summary": "PROSE", "operationId": "postB", "tags": ["T"],
                    "x-experimental": true, "x-atlassian-connect-scope": "WRITE",
                    "x-atlassian-oauth2-scopes": [{"state": "Current", "scheme": "oAuthDefinitions", "scopes": ["write:b"]}],
                    "x-atlassian-data-security-policy": [{"app-access-rule-exempt": true}],
                    "externalDocs": {"url": "https://x"}
                  },
                  "get": {"operationId": "getB", "responses": {}}
                },
                "/a": {}
              },
              "tags": [{"description": "PROSE", "name": "T"}],
              "servers": [{"description": "PROSE", "url": "https://{s}/x", "variables": {"s": {"description": "PROSE", "default": "no-default"}}}],
              "info": {"version": "2.0.0", "title": "PROSE", "description": "PROSE", "termsOfService": "https://x", "contact": {"name": "PROSE"}},
              "components": {
                "securitySchemes": {"oAuthDefinitions": {"type": "oauth2", "description": "PROSE", "flows": {"authorizationCode": {"scopes": {"write:b": "PROSE"}, "tokenUrl": "https://t", "authorizationUrl": "https://a"}}}},
                "schemas": {
                  "S": {
                    "description": "PROSE", "example": {"title": "PROSE"}, "xml": {"name": "s"}, "externalDocs": {"url": "https://x"},
                    "properties": {"title": {"type": "string", "description": "PROSE"}, "summary": {"type": "string"}, "description": {"type": "string", "enum": ["z", "a"], "default": "a fact with blanks"}, "example": {"nullable": true}},
                    "required": ["title"], "type": "object", "title": "MultiEntityResult<S>", "additionalProperties": {"type": "string", "description": "PROSE"}
                  }
                },
                "examples": {"E": {"value": "PROSE"}}
              },
              "openapi": "3.0.3"
            }
            """;
        const string expected =
            """
            {
              "openapi": "3.0.3",
              "x-confluence-import": {
                "api": "v2",
                "formatVersion": 1,
                "revision": "2026-07-20"
              },
              "info": {
                "title": "Confluence Cloud REST API v2",
                "version": "2.0.0"
              },
              "servers": [
                {
                  "url": "https://{s}/x",
                  "variables": {
                    "s": {
                      "default": "no-default"
                    }
                  }
                }
              ],
              "tags": [
                {
                  "name": "T"
                }
              ],
              "paths": {
                "/b": {
                  "post": {
                    "tags": [
                      "T"
                    ],
                    "operationId": "postB",
                    "x-experimental": true,
                    "x-atlassian-connect-scope": "WRITE",
                    "x-atlassian-oauth2-scopes": [
                      {
                        "scheme": "oAuthDefinitions",
                        "state": "Current",
                        "scopes": [
                          "write:b"
                        ]
                      }
                    ],
                    "x-atlassian-data-security-policy": [
                      {
                        "app-access-rule-exempt": true
                      }
                    ],
                    "parameters": [
                      {
                        "name": "q",
                        "in": "query",
                        "schema": {
                          "type": "string"
                        }
                      }
                    ],
                    "requestBody": {
                      "required": true,
                      "content": {
                        "application/json": {
                          "schema": {
                            "type": "object"
                          }
                        }
                      }
                    },
                    "responses": {
                      "201": {
                        "description": "Created",
                        "headers": {
                          "location": {
                            "schema": {
                              "type": "string"
                            }
                          }
                        },
                        "content": {
                          "application/json": {
                            "schema": {
                              "$ref": "#/components/schemas/S"
                            }
                          }
                        }
                      },
                      "404": {
                        "description": "Not Found"
                      },
                      "499": {
                        "description": "Client Error"
                      }
                    },
                    "security": [
                      {
                        "oAuthDefinitions": [
                          "write:b"
                        ]
                      },
                      {
                        "basicAuth": []
                      }
                    ]
                  },
                  "get": {
                    "operationId": "getB",
                    "responses": {}
                  }
                },
                "/a": {}
              },
              "components": {
                "schemas": {
                  "S": {
                    "title": "MultiEntityResult<S>",
                    "type": "object",
                    "required": [
                      "title"
                    ],
                    "properties": {
                      "title": {
                        "type": "string"
                      },
                      "summary": {
                        "type": "string"
                      },
                      "description": {
                        "type": "string",
                        "enum": [
                          "z",
                          "a"
                        ],
                        "default": "a fact with blanks"
                      },
                      "example": {
                        "nullable": true
                      }
                    },
                    "additionalProperties": {
                      "type": "string"
                    }
                  }
                },
                "securitySchemes": {
                  "oAuthDefinitions": {
                    "type": "oauth2",
                    "flows": {
                      "authorizationCode": {
                        "authorizationUrl": "https://a",
                        "tokenUrl": "https://t",
                        "scopes": {
                          "write:b": ""
                        }
                      }
                    }
                  }
                }
              }
            }

            """;
        string file = _directory.Write("published.json", published);

        ToolRun first = await ToolRun.StartAsync("import", file, "--as", "v2", "--revision", "2026-07-20");
        ToolRun again = await ToolRun.StartAsync("import", _directory.Write("imported.json", first.Output), "--as", "v2");

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(expected.ReplaceLineEndings("\n"), first.Output);
        Assert.StartsWith("v2: 2 operations, 1 schemas; SHA-256 of published.json: ", first.Error, StringComparison.Ordinal);
        Assert.Equal(first.Output, again.Output);
    }

    [Theory]
    [InlineData("v2", 218, 142, "c4bd1ed570f21cd6dee2360d9cda0d5aa09933233491c8286d60cc4fa16c5df5")]
    [InlineData("v1", 130, 168, "70088490f4069e0a5b082411ac5296b822041b2848256444f0dfca3f3d319e73")]
    public async Task The_committed_document_is_what_the_published_one_gives(string api, int operations, int schemas, string hash)
    {
        string published = Repository.FindPublished(api);
        string committed = await File.ReadAllTextAsync(Repository.PathOf("spec", $"confluence-{api}.json"), TestContext.Current.CancellationToken);

        ToolRun run = await ToolRun.StartAsync("import", published, "--as", api, "--revision", "2026-07-20", "--out", _directory.PathOf("out.json"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"{api}: {operations} operations, {schemas} schemas; SHA-256 of {Path.GetFileName(published)}: {hash}", run.Output.Trim());
        Assert.Equal(committed, await File.ReadAllTextAsync(_directory.PathOf("out.json"), TestContext.Current.CancellationToken));
        Assert.Contains(hash, await File.ReadAllTextAsync(Repository.PathOf("spec", "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v1")]
    public async Task The_committed_document_imports_as_itself(string api)
    {
        string file = Repository.PathOf("spec", $"confluence-{api}.json");

        ToolRun run = await ToolRun.StartAsync("import", file, "--as", api);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), run.Output);
    }

    [Theory]
    [InlineData("""{"openapi":"3.0.3","paths":{"/a":{"get":{"x-remark":"PROSE"}}}}""", "(1,53): error CONF002: At #/paths/~1a/get: 'x-remark' is not known in an operation")]
    [InlineData("""{"openapi":"3.0.3","paths":{"/a":{"copy":{}}}}""", "At #/paths/~1a/copy: 'copy' is not known in a path")]
    [InlineData("""{"openapi":"3.0.3","paths":{},"components":{"schemas":{"A":{"if":{}}}}}""", "At #/components/schemas/A: 'if' is not known in a schema")]
    [InlineData("""{"openapi":"3.0.3","paths":{},"components":{"schemas":{"A":{"title":"Some words of prose."}}}}""", "At #/components/schemas/A/title: a single word is expected")]
    [InlineData("""{"openapi":"3.0.3","paths":{},"components":{"schemas":{"A":{"type":1}}}}""", "At #/components/schemas/A/type: a single word is expected")]
    [InlineData("""{"openapi":"3.0.3","paths":{"/a":{"get":{"deprecated":"yes"}}}}""", "true or false is expected")]
    [InlineData("""{"openapi":"3.0.3","paths":{"/a":{"get":{"parameters":{}}}}}""", "an array is expected")]
    [InlineData("""{"openapi":"3.0.3","paths":{"/a":[]}}""", "an object is expected")]
    [InlineData("""{"openapi":"3.0.3","paths":{"/a":{"get":{"requestBody":[]}}}}""", "a request body is expected, which is an object")]
    [InlineData("""{"openapi":"3.1.0","paths":{}}""", "The document is OpenAPI 3.1.0; only 3.0")]
    [InlineData("""{"swagger":"2.0","paths":{}}""", "This is not an OpenAPI document")]
    [InlineData("""{"openapi":"3.0.3"}""", "This is not an OpenAPI document")]
    [InlineData("""{"openapi":"3.0.3","paths":{"/wiki/rest/api/a":{}}}""", "The document describes v1, not v2; run the import with --as v1")]
    [InlineData("""{"openapi":"3.0.3","x-confluence-import":{"api":"v1","formatVersion":1},"paths":{"/a":{}}}""", "describes v1, not v2")]
    [InlineData("[]", "This is not an OpenAPI document")]
    [InlineData("{\n  \"openapi\": \"3.0.3\",\n}", "(2,21): error CONF001: A comma stands before '}'")]
    public async Task What_is_not_understood_is_told_and_nothing_is_written(string text, string words)
    {
        string file = _directory.Write("a.json", text);

        ToolRun run = await ToolRun.StartAsync("import", file, "--as", "v2", "--out", _directory.PathOf("out.json"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(file + "(", run.Error, StringComparison.Ordinal);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_directory.PathOf("out.json")));
    }
}
